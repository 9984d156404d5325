import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openPage, signIn } from "./browser.ts";
import { activate, command, focusOn, registerSomebody, unheard } from "./keyboard.ts";

/** Longer than a page takes to give the focus to what it has made. */
const SETTLED_MS = 900;

/** After each act one stands somewhere: on what was made, or at a heading; never nowhere. */
const name = unheard("Querrien");

describe("after each act the focus stands somewhere", () => {
  let browser: Browser;
  let page: Page;
  let lead: Page;
  let file = "";

  beforeAll(async () => {
    browser = await openBrowser();
    page = (await openPage(browser)).page;
    await registerSomebody(page, name);
    file = page.url();
    lead = (await openPage(browser)).page;
    await signIn(lead, "lead", `/unit/${file.split("/").at(-1)}`);
    await lead.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
  });
  afterAll(() => browser.close());

  async function stands(act: string, where: Page = page): Promise<void> {
    await where.waitForTimeout(SETTLED_MS);
    expect(
      await where.evaluate(() => document.activeElement?.tagName ?? "BODY"),
      `${act}: the focus is nowhere`,
    ).not.toBe("BODY");
  }

  const entry = (text: string) => page.getByRole("article").filter({ hasText: text });

  test("on a file: registered, written, coded, closed, withdrawn, brought back", async () => {
    await stands("registered");
    await page.keyboard.press("n");
    await page.keyboard.type("Premier entretien.");
    await page.keyboard.press("Control+Enter");
    await entry("Premier entretien.").getByRole("button", { name: "Pas à sa place" }).waitFor();
    await stands("recorded");
    await page.keyboard.press("n");
    await page.keyboard.press("Escape");
    await stands("closed a form without a word");
    await page.keyboard.press("c");
    await page.getByRole("region", { name: "Codes" }).waitFor();
    await page.keyboard.press("Escape");
    await stands("closed the codes");
    await page.keyboard.press("j");
    await focusOn(page, entry("Premier entretien.").getByRole("button", { name: "Pas à sa place" }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.getByText("quel jour tout sera effacé définitivement").waitFor();
    await page.keyboard.press("Control+Enter");
    await entry("Contact retiré le").waitFor();
    await stands("withdrew");
    await focusOn(page, page.getByRole("button", { name: "Annuler le retrait" }));
    await page.keyboard.press("Enter");
    await entry("Premier entretien.").getByRole("button", { name: "Pas à sa place" }).waitFor();
    await stands("brought back");
  });

  test("on a file: what a third party said, an assessment begun and left", async () => {
    await page.keyboard.press("t");
    await focusOn(page, page.getByLabel("Ce qui a été dit"));
    await page.keyboard.press("Escape");
    await stands("left information of a third party");
    await activate(page, "button", /valuation/);
    await page.keyboard.press("Escape");
    await stands("left an assessment");
  });

  test("on a file: its identity amended", async () => {
    await command(page, "Modifier l’identité");
    await focusOn(page, page.getByLabel("Prénom"));
    await page.keyboard.type("Solveig");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: /Solveig/ }).waitFor();
    await stands("amended the identity");
  });

  test("the page one stands on, chosen again from the palette", async () => {
    await page.goto(new URL("/", file).href);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await command(page, "Accueil");
    await stands("chose the page in view");
  });

  test("for a lead: excluded and lifted, restricted and opened, a form left", async () => {
    await activate(lead, "button", /Écarter quelqu/);
    await focusOn(lead, lead.getByLabel("Qui", { exact: true }));
    await lead.keyboard.type("Claire");
    await activate(lead, "button", "Écarter");
    await lead.getByText(/Sauf Claire Morel/).waitFor();
    await stands("excluded", lead);
    await activate(lead, "button", /Lever/);
    await lead.getByText(/Sauf Claire Morel/).waitFor({ state: "detached" });
    await stands("lifted", lead);
    await activate(lead, "button", /Réserver la lecture/);
    await activate(lead, "button", "Annuler");
    await stands("left the restriction", lead);
    await activate(lead, "button", /Réserver la lecture/);
    await focusOn(lead, lead.getByRole("checkbox", { name: "Claire Morel" }));
    await lead.keyboard.press("Space");
    await activate(lead, "button", "Réserver");
    await lead.getByText(/Seulement Claire Morel/).waitFor();
    await stands("restricted", lead);
    await activate(lead, "button", /Rouvrir à la circonscription/);
    await lead.getByText("Les travailleurs sociaux de la circonscription.").waitFor();
    await stands("opened to the unit", lead);
    await activate(lead, "button", /Transférer le dossier/);
    await activate(lead, "button", "Annuler");
    await stands("left the transfer", lead);
  });
});
