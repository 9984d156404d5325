import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, openPage, read, type Watched } from "./browser.ts";
import { focusOn, press, registerSomebody, unheard } from "./keyboard.ts";

/** A neighbour calls: it is written down apart, the person is told or the law forbids it, and unfounded words go. */
const name = unheard("Tiersen");
const SOURCE = "Madame Quéméneur";

describe("information from a third party, by keyboard alone", () => {
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  const entry = (text: string) => page.getByRole("article").filter({ hasText: text });

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await registerSomebody(page, name);
  });
  afterAll(() => browser.close());

  test("opens with T, and says what is missing before it is saved", async () => {
    await page.keyboard.press("t");
    await page.getByRole("heading", { name: "Information d’un tiers" }).waitFor();
    await expectAccessible(page, "third party, writing");
    await focusOn(page, page.getByLabel("Ce qui a été dit"));
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("Écrivez ce qui a été dit").waitFor();
    await expectAccessible(page, "third party, with errors");
  });

  test("takes what was said, by whom and how it is known", async () => {
    await focusOn(page, page.getByLabel("Ce qui a été dit"));
    await page.keyboard.type("Elle entend des cris le soir.");
    await focusOn(page, page.getByLabel("Qui l’a dit"));
    await page.keyboard.type("voisinage");
    await focusOn(page, page.getByLabel("Nom, s’il est connu"));
    await page.keyboard.type(SOURCE);
    await page.keyboard.press("Control+Enter");
    await entry("des cris le soir").getByText(SOURCE).waitFor();
  });

  test("says at once by when the person is to be told", async () => {
    await entry("des cris le soir")
      .getByText(/doit en être informée au plus tard le/)
      .waitFor();
    await expectAccessible(page, "third party, to be told");
  });

  test("lets nobody keep it from the person without a reason and its text", async () => {
    await press(page, entry("des cris le soir").getByRole("button", { name: "Ne pas l’informer" }));
    await page.getByRole("heading", { name: "Ne pas informer la personne" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("Choisissez un motif").waitFor();
    await page
      .getByRole("alert")
      .getByText(/Expliquez le motif/)
      .waitFor();
    await expectAccessible(page, "third party, exception");
    await focusOn(page, page.getByRole("radio", { name: /un enfant serait mis en danger/i }));
    await page.keyboard.press("Space");
    await focusOn(page, page.getByLabel("En quoi ce motif s’applique ici"));
    await page.keyboard.type("Le père lit son courrier.");
    await page.keyboard.press("Control+Enter");
    await entry("des cris le soir")
      .getByText(/n’en est pas informée/)
      .waitFor();
    await entry("des cris le soir").getByRole("listitem").getByText("Le père lit son courrier.").waitFor();
    await expectAccessible(page, "third party, excepted");
  });

  test("notes, once the danger is past, that the person was told", async () => {
    await press(page, entry("des cris le soir").getByRole("button", { name: "La personne a été informée" }));
    await page.getByText(/Ne dites pas qui a parlé/).waitFor();
    await expectAccessible(page, "third party, telling");
    await page.keyboard.press("Control+Enter");
    await entry("des cris le soir")
      .getByText(/en a été informée le/)
      .waitFor();
  });

  test("says what dismissing it means, before it is done", async () => {
    await press(page, entry("des cris le soir").getByRole("button", { name: "Revoir" }));
    await focusOn(page, page.getByRole("radio", { name: "La conserver" }));
    await page.keyboard.press("ArrowDown");
    await page.getByText(/plus personne ne pourra lire/).waitFor();
    await page.getByRole("button", { name: /Écarter cette information/ }).waitFor();
    await expectAccessible(page, "third party, review");
    await page.keyboard.press("Control+Enter");
    await entry("des cris le soir")
      .getByText(/Écartée le .* jugée infondée/)
      .waitFor();
    expect(await entry("des cris le soir").getByRole("button", { name: "Revoir" }).count()).toBe(0);
    await expectAccessible(page, "third party, dismissed");
  });

  test("hides with F8 what was said, and by whom", async () => {
    await page.keyboard.press("F8");
    const colour = await entry("des cris le soir")
      .getByText(SOURCE)
      .evaluate((element) => getComputedStyle(element).color);
    expect(colour).toBe("rgba(0, 0, 0, 0)");
    await page.keyboard.press("F8");
  });

  test("reads at 320 pixels without scrolling sideways, and in the dark", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, "third party, dark");
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("is neither in the address nor in the window's title, nor kept readable on the workstation", async () => {
    expect(page.url()).toMatch(/\/files\/[0-9a-f-]{36}(\?[a-z=-]*)?$/);
    expect(read(await page.title())).not.toContain(name);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain(SOURCE);
    expect(watched.violations).toEqual([]);
    expect(watched.foreign).toEqual([]);
  });
});
