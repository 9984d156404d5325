import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, openBrowser, signIn } from "./browser.ts";
import { newName } from "./file.ts";

/** A day is typed as the interface writes it, whatever the browser's own language. */
test("no screen leaves the order of a date's figures to the browser", () => {
  const source = new URL("../src/", import.meta.url);
  const fields = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (name) =>
      name.endsWith(".tsx") &&
      /type="(date|datetime-local|month)"/.test(readFileSync(new URL(name, source), "utf8")),
  );
  expect(fields).toEqual([]);
});

describe.each(["en-US", "fr-FR", "ar-EG"])("a day typed in a browser that speaks %s", (locale) => {
  let browser: Browser;
  let page: Page;
  const name = newName("Pennec");
  const born = () => page.getByLabel("Date de naissance");

  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ locale, timezoneId: "America/New_York" })).newPage();
    page.setDefaultTimeout(15_000);
    await signIn(page, "worker", "/persons/new");
  });
  afterAll(() => browser.close());

  test("is read back with its weekday while it is typed", async () => {
    await page.getByLabel("Nom de famille").fill(name);
    await born().pressSequentially("03/12/1987");
    expect(await page.getByText("jeudi 3 décembre 1987").count()).toBe(1);
    await born().fill("3 déc 87");
    expect(await page.getByText("jeudi 3 décembre 1987").count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await born().inputValue()).toBe("03/12/1987");
  });

  test("is not sent while it cannot be read, and stays as it was typed", async () => {
    await born().fill("31/02/1987");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Cette date ne se lit pas").waitFor();
    expect(await born().inputValue()).toBe("31/02/1987");
    expect(await born().evaluate((field) => field === document.activeElement)).toBe(true);
    expect(new URL(page.url()).pathname).toBe("/persons/new");
  });

  test("is the day that the file then shows", async () => {
    await born().fill("03/12/1987");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Pas encore de contact").waitFor();
    await page.getByText(/3\s+décembre\s+1987/).waitFor();
  });

  test("of a contact may be yesterday", async () => {
    await page.keyboard.press("n");
    const date = page.getByLabel("Date", { exact: true });
    await date.fill("hier");
    await page.keyboard.press("Tab");
    expect(await date.inputValue()).toMatch(/^\d\d\/\d\d\/\d{4}$/);
    await page.keyboard.press("Escape");
    expect(page.url()).toContain(base);
  });
});

describe("a year alone", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    page.setDefaultTimeout(15_000);
    await signIn(page, "worker", "/persons/new");
  });
  afterAll(() => browser.close());

  test("is enough for a birth, and read back as it was understood", async () => {
    await page.getByLabel("Nom de famille").fill(newName("Pennec"));
    await page.getByLabel("Date de naissance").fill("1987");
    await page.getByText("en 1987", { exact: true }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Pas encore de contact").waitFor();
    await page.getByText(/\d+ ou \d+ ans, naissance en 1987/).waitFor();
  });

  test("is what an age leads to, read back as no more than about right, and stays as it was said", async () => {
    await page.goto(`${base}/persons/new`);
    const birth = page.getByLabel("Date de naissance");
    await page.getByLabel("Nom de famille").fill(newName("Pennec"));
    await birth.fill("environ 38 ans");
    await page.getByText(/année de naissance \d{4} \(environ\)/).waitFor();
    await page.keyboard.press("Tab");
    expect(await birth.inputValue()).toBe("environ 38 ans");
    await birth.focus();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Pas encore de contact").waitFor();
    await page.getByText(/37 ou 38 ans, naissance en \d{4}/).waitFor();
  });

  test.each(["0 ans", "131 ans", "−3 ans"])(
    "is not what an age leads to that nobody has: %s",
    async (age) => {
      await page.goto(`${base}/persons/new`);
      await page.getByLabel("Nom de famille").fill(newName("Pennec"));
      await page.getByLabel("Date de naissance").fill(age);
      await page.keyboard.press("Control+Enter");
      await page.getByText("Personne n’a cet âge").waitFor();
      expect(new URL(page.url()).pathname).toBe("/persons/new");
    },
  );

  test("is no day of a contact", async () => {
    await page.goto(`${base}/persons/new`);
    await page.getByLabel("Nom de famille").fill(newName("Pennec"));
    await page.keyboard.press("Control+Enter");
    await page.getByText("Pas encore de contact").waitFor();
    await page.keyboard.press("n");
    await page.getByLabel("Date", { exact: true }).fill("1987");
    await page.keyboard.press("Tab");
    await page.getByText("Cette date ne se lit pas").waitFor();
  });
});
