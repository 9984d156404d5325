import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openPage } from "./browser.ts";
import { newName } from "./file.ts";
import { registerSomebody } from "./keyboard.ts";
import { send } from "./services.ts";

/** The letters of a file: on each of its pages, and however far its timeline has been shown. */
const PAGE = 50;
const WRITTEN = PAGE + 3;

describe("on a file, a single letter", () => {
  let browser: Browser;
  let page: Page;
  let file: string;

  beforeAll(async () => {
    browser = await openBrowser();
    page = (await openPage(browser)).page;
    await registerSomebody(page, newName("Kerguelen"));
    file = new URL(page.url()).pathname;
    for (let at = 1; at <= WRITTEN; at++) {
      const date = new Date(Date.UTC(2025, 0, at)).toISOString().slice(0, 10);
      await send(page, "POST", `/api/cases${file}/contacts`, { date, text: `Passage n° ${at}.` });
    }
    await page.reload();
    await page
      .getByRole("article")
      .nth(PAGE - 1)
      .waitFor();
  });
  afterAll(() => browser.close());

  const inHand = () =>
    page.evaluate(() => document.activeElement?.closest("article")?.textContent?.match(/n° (\d+)/)?.[1]);
  const writing = (name: string) => page.getByRole("form", { name, exact: true });
  const codes = () => page.getByLabel("Ajouter un code").first();

  async function closed(name: string) {
    await page.keyboard.press("Escape");
    await writing(name).waitFor({ state: "detached" });
  }

  test("steps through the entries, and beyond the last one that is shown", async () => {
    await page.keyboard.press("j");
    expect(await inHand()).toBe(String(WRITTEN));
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await inHand()).toBe(String(WRITTEN));
    await page
      .getByRole("article")
      .nth(PAGE - 1)
      .focus();
    await page.keyboard.press("j");
    await expect.poll(inHand).toBe(String(WRITTEN - PAGE));
    expect(await page.getByRole("article").count()).toBe(WRITTEN);
  });

  test("keeps the place when more entries are asked for with the button", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Afficher la suite" }).press("Enter");
    await expect.poll(inHand).toBe(String(WRITTEN - PAGE));
  });

  test("opens the codes of the entry in hand, and the forms above, from far down", async () => {
    await page.keyboard.press("c");
    await codes().waitFor();
    expect(await inHand()).toBe(String(WRITTEN - PAGE));
    await page.getByRole("button", { name: "Terminer" }).press("Enter");
    await page.keyboard.press("t");
    await writing("Information d’un tiers").waitFor();
    await closed("Information d’un tiers");
    await page.keyboard.press("n");
    await writing("Nouveau contact").waitFor();
    await closed("Nouveau contact");
    await page.keyboard.press("l");
    await page.getByRole("heading", { name: "Qui a lu ce dossier" }).waitFor();
  });

  test.each(["readers", "household", "consents", "copy", "closing"])(
    "leads from the page %s to where it acts",
    async (part) => {
      await page.goto(new URL(`${file}/${part}`, page.url()).href);
      await page.getByRole("complementary").waitFor();
      for (const [letter, form] of [
        ["t", "Information d’un tiers"],
        ["n", "Nouveau contact"],
      ] as const) {
        await page.keyboard.press(letter);
        await writing(form).waitFor();
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
        await closed(form);
        await page.goBack();
        await page.getByRole("article").first().waitFor({ state: "detached" });
      }
    },
  );

  test("opens codes and steps from another page too", async () => {
    await page.goto(new URL(`${file}/readers`, page.url()).href);
    await page.getByRole("complementary").waitFor();
    await page.keyboard.press("c");
    await codes().waitFor();
    expect(await inHand()).toBe(String(WRITTEN));
    await page.goBack();
    await page.getByRole("article").first().waitFor({ state: "detached" });
    await page.keyboard.press("j");
    await expect.poll(inHand, { timeout: 5_000 }).toBe(String(WRITTEN));
  });

  test("does nothing once letters are switched off, and acts again once they are back", async () => {
    const letters = page.getByRole("checkbox", { name: "Lettres seules comme raccourcis" });
    await page.keyboard.press("?");
    await letters.press("Space");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await page.keyboard.press("l");
    expect(await page.getByRole("form").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(file);
    await page.getByRole("button", { name: /Raccourcis clavier/ }).press("Enter");
    await letters.press("Space");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await writing("Nouveau contact").waitFor();
    await closed("Nouveau contact");
  });
});
