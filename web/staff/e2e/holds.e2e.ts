import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, expectAccessible, openBrowser, openPage, signIn, type Watched } from "./browser.ts";

/** A court needs a file: it is held, left out of an erasure, and released once the matter is closed. */
describe("a legal hold", () => {
  let browser: Browser;
  let watched: Watched;
  let number = "";

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
  });
  afterAll(() => browser.close());

  test("begins at the deadlines, with a file that was chosen", async () => {
    const { page } = watched;
    await signIn(page, "retention-admin");
    await page.goto(await comingDeadlines());
    const box = page.getByRole("checkbox", { name: /Choisir le dossier/ }).first();
    await box.check();
    await page.getByRole("link", { name: "Poser une suspension d’élimination" }).click();
    await page.getByRole("heading", { level: 1, name: "Suspensions d’élimination" }).waitFor();
    number = await page.getByLabel("Numéro complet de la personne").inputValue();
    expect(number).toMatch(/^[0-9a-f-]{36}$/);
    expect(await page.getByLabel("Retenir").evaluate((field) => field === document.activeElement)).toBe(true);
    await expectAccessible(page, "holds, placing one");
  });

  test("says what is missing, and is placed by keyboard", async () => {
    const { page } = watched;
    await page.getByLabel("Motif").focus();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("Choisissez un motif.").waitFor();
    await expectAccessible(page, "holds, something missing");
    await page.getByLabel("Motif").selectOption("litigation");
    await page.getByLabel("À réévaluer le").fill(await inMonths(6));
    await page.keyboard.press("Control+Enter");
    await page
      .getByRole("row", { name: new RegExp(`Personne ${number.slice(0, 8)}.*Contentieux`) })
      .waitFor();
    expect(await page.getByRole("button", { name: "Poser une suspension" }).evaluate(hasFocus)).toBe(true);
    await expectAccessible(page, "holds");
  });

  test("leaves the person out of an erasure, and says why", async () => {
    const { page } = watched;
    await page.goto(await comingDeadlines());
    await page
      .getByRole("checkbox", { name: /Choisir le dossier/ })
      .first()
      .check();
    await page.getByLabel("Motif").selectOption("right-exercised");
    await page.getByRole("button", { name: "Prévisualiser l’effacement", exact: true }).click();
    const group = page.getByRole("table", { name: "Retenues par une suspension d’élimination" });
    await group.getByRole("rowheader", { name: "Contentieux" }).waitFor();
    await expectAccessible(page, "preview with somebody held");
  });

  test("is reassessed, and released with a reason that stays", async () => {
    const { page } = watched;
    await page.goto(`${base}/holds`);
    const what = `Personne ${number.slice(0, 8)}`;
    await page.getByRole("button", { name: `Réévaluer : ${what}` }).press("Enter");
    await page.getByLabel("À réévaluer le").fill(await inMonths(7));
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: `Toujours nécessaire : ${what}` }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: `Lever : ${what}` }).press("Enter");
    await expectAccessible(page, "holds, releasing one");
    await page.getByLabel("Pourquoi").selectOption("matter-closed");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("rowheader", { name: what }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Montrer les suspensions levées" }).press("Enter");
    await page.getByRole("row", { name: new RegExp(`${what}.*L’affaire est close`) }).waitFor();
    await expectAccessible(page, "holds, released ones");
  });

  test("broke none of the page's own rules", () => {
    expect(watched.violations).toEqual([]);
    expect(watched.foreign).toEqual([]);
  });

  const hasFocus = (element: Element) => element === document.activeElement;

  async function comingDeadlines(): Promise<string> {
    return `${base}/deadlines?rule=support-file&unit=centre&until=${await daysAhead(800)}`;
  }

  /** As somebody types it. */
  async function inMonths(months: number): Promise<string> {
    return (await daysAhead(months * 30)).split("-").reverse().join("/");
  }

  /** On the agency's calendar. */
  async function daysAhead(days: number): Promise<string> {
    const answer = await watched.page.request.get(`${base}/api/cases/me`);
    const { today } = (await answer.json()) as { today: string };
    return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  }
});
