import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, openPage, signIn, type Watched } from "./browser.ts";

/** Who counts reads a grid that nobody had to fill in. */
describe("a statistician", () => {
  let browser: Browser;
  let watched: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
  });
  afterAll(() => browser.close());

  test("signs in and stands before the yearly grid", async () => {
    const { page } = watched;
    await signIn(page, "statistician");
    await page.getByRole("heading", { level: 1, name: /Grille annuelle/ }).waitFor();
    await page.getByRole("table").waitFor();
    await page.getByRole("columnheader", { name: /sur papier/ }).waitFor();
    await expectAccessible(page, "grid");
  });

  test("reads that a figure is secret where few were counted, why, and no small one anywhere", async () => {
    const { page } = watched;
    await page.getByText(/«\s*secret\s*»\s*:\s*moins de\s*11/).waitFor();
    const shown = await page.getByRole("cell").allInnerTexts();
    expect(shown).toContain("secret");
    expect(shown.filter((text) => /^([1-9]|10)$/.test(text.trim()))).toEqual([]);
  });

  test("looks at one unit, and the address says which by its code", async () => {
    const { page } = watched;
    await page.getByLabel("Circonscription").selectOption("centre");
    await expect.poll(() => page.url()).toContain("unit=centre");
    expect(await page.getByRole("columnheader").count()).toBe(2);
  });

  test("takes the grid along as CSV", async () => {
    const { page } = watched;
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /Télécharger/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^lethe-grid-\d{4}-centre\.csv$/);
  });

  test("prints it without the navigation", async () => {
    const { page } = watched;
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "Navigation principale" }).isVisible()).toBe(false);
    expect(await page.getByRole("table").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
  });

  test("broke none of the page's own rules", () => {
    expect(watched.violations).toEqual([]);
    expect(watched.foreign).toEqual([]);
  });
});
