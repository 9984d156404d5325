import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, expectAccessible, openBrowser, openPage, type Watched } from "./browser.ts";
import { choose, command, focusOn, press, registerSomebody, unheard } from "./keyboard.ts";

/** Somebody was registered twice, lives with somebody, changed their name, and wants a copy of what is known. */
const name = unheard("Lannuzel");
const before = unheard("Jestin");

describe("persons and households, by keyboard alone", () => {
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let twice = "";
  let once = "";

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await registerSomebody(page, name);
    twice = page.url();
  });
  afterAll(() => browser.close());

  test("a near name is shown while the same person is registered again", async () => {
    await command(page, "Nouvelle personne");
    await focusOn(page, page.getByLabel("Nom de famille"));
    await page.keyboard.type(name.slice(0, -1));
    await page.getByRole("complementary").getByText(new RegExp(name, "i")).waitFor({ timeout: 30_000 });
    await page.keyboard.type(`${name.slice(-1)}s`);
    await focusOn(page, page.getByLabel("Noms antérieurs"));
    await page.keyboard.type(before);
    await expectAccessible(page, "new person, near match");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Pas encore de contact").waitFor();
    once = page.url();
  });

  test("an identity is amended, and an earlier name stays", async () => {
    await command(page, "Modifier l’identité");
    await focusOn(page, page.getByLabel("Prénom"));
    expect(await page.getByLabel("Noms antérieurs").inputValue()).toBe(before);
    await page.keyboard.type("Solveig");
    await expectAccessible(page, "identity");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: /Solveig/ }).waitFor();
  });

  test("somebody new joins the household, without a file of their own", async () => {
    await command(page, "Ménage");
    await page.getByRole("heading", { level: 2, name: "Ménage" }).waitFor();
    await expectAccessible(page, "household, empty");
    await press(page, page.getByRole("button", { name: "Ajouter quelqu’un" }));
    await focusOn(page, page.getByRole("combobox", { name: "Qui ?" }));
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, "household, adding, with an error");
    await press(page, page.getByRole("link", { name: /l’enregistrer/ }));
    await page.getByRole("heading", { level: 1, name: "Nouvelle personne du ménage" }).waitFor();
    await focusOn(page, page.getByLabel("Nom de famille"));
    await page.keyboard.type(`${name}petit`);
    await expectAccessible(page, "new member");
    await page.keyboard.press("Control+Enter");
    await page
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`${name}petit`, "i") })
      .waitFor();
    await expectAccessible(page, "household");
  });

  test("a household is split: who goes is chosen, somebody stays", async () => {
    await press(page, page.getByRole("button", { name: "Séparer le ménage" }));
    await page.getByRole("heading", { name: "Séparer le ménage" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page, "household, splitting");
    await page.keyboard.press("Escape");
  });

  test("a departure is dated, and the one who left stays in view, quietly", async () => {
    const member = page.getByRole("listitem").filter({ hasText: new RegExp(`${name}petit`, "i") });
    await press(page, member.getByRole("button", { name: /Noter un départ/ }));
    await expectAccessible(page, "household, departure");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Ont vécu ici" }).waitFor();
    await expectAccessible(page, "household, with a former member");
  });

  test("two records are compared side by side before they are one", async () => {
    await command(page, "Réunir deux fiches");
    const field = page.getByRole("combobox", { name: "L’autre fiche" });
    await focusOn(page, field);
    await page.keyboard.type(name);
    await choose(page, page.getByRole("option", { name: new RegExp(`^${name} `, "i") }).first());
    await page.getByText("Ce qui se passe").waitFor();
    await expectAccessible(page, "merge, comparing");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/peut être annulée jusqu’au/).waitFor();
    await expectAccessible(page, "merged");
  });

  test("the address of the other record leads to the one that stays", async () => {
    await page.goto(twice);
    await expect.poll(() => page.url(), { timeout: 15_000 }).toBe(once);
    await page.getByRole("heading", { level: 1, name: /Solveig/ }).waitFor();
  });

  test("and they were two persons after all", async () => {
    await command(page, "Réunir deux fiches");
    await press(page, page.getByRole("button", { name: /Annuler la réunion/ }));
    await page.getByRole("button", { name: /Annuler la réunion/ }).waitFor({ state: "detached" });
  });

  test("the person takes a copy along, which was reread and says what it hides", async () => {
    await command(page, "Copie pour la personne");
    await page.getByText("Ce qui est masqué, et pourquoi").waitFor();
    await expectAccessible(page, "copy");
    await focusOn(page, page.getByRole("button", { name: "Confirmer la relecture" }));
    await page.keyboard.press("Enter");
    await page
      .getByText(/elle peut être remise/)
      .first()
      .waitFor();
    await focusOn(page, page.getByRole("button", { name: /JSON/ }));
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toMatch(/^lethe-copy-[0-9a-f]{8}\.json$/);
  });

  test("no name is in any address, in the window's title or on the workstation", async () => {
    for (const address of [twice, once]) {
      expect(new URL(address, base).pathname).toMatch(/^\/files\/[0-9a-f-]{36}$/);
    }
    expect((await page.title()).toLowerCase()).not.toContain(name.toLowerCase());
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept.toLowerCase()).not.toContain(name.toLowerCase());
    expect(watched.violations).toEqual([]);
    expect(watched.foreign).toEqual([]);
  });
});
