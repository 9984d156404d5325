import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, openPage, type Watched } from "./browser.ts";
import { command, focusOn, press, registerSomebody, unheard } from "./keyboard.ts";

/** The person's situation is assessed, and somebody else is asked to help, on a basis that the screen names beforehand. */
const name = unheard("Orienne");

describe("assessing and referring, by keyboard alone", () => {
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

  test("an assessment is one text, with a heading and a goal where she wants them", async () => {
    await command(page, "Évaluation");
    await focusOn(page, page.getByRole("textbox", { name: "Évaluation" }));
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("Écrivez au moins un mot").waitFor();
    await expectAccessible(page, "assessment, with an error");
    await focusOn(page, page.getByRole("textbox", { name: "Évaluation" }));
    await page.keyboard.type("Elle vit seule avec sa fille.");
    await press(page, page.getByRole("button", { name: "Ajouter une partie" }));
    await focusOn(page, page.getByLabel("Intertitre, si vous en voulez un").last());
    await page.keyboard.type("Logement");
    await focusOn(page, page.getByLabel("Partie 2"));
    await page.keyboard.type("Un deux-pièces trop cher.");
    await press(page, page.getByRole("button", { name: "Ajouter un objectif" }));
    await focusOn(page, page.getByLabel("Objectif 1"));
    await page.keyboard.type("Trouver un logement moins cher");
    await expectAccessible(page, "assessment, writing");
    await page.keyboard.press("Control+Enter");
    await entry("deux-pièces").getByRole("heading", { name: "Logement" }).waitFor();
    await expectAccessible(page, "assessment");
  });

  test("revised, it keeps what it said before", async () => {
    await press(page, entry("deux-pièces").getByRole("button", { name: "Réviser" }));
    await focusOn(page, page.getByLabel("Où en est-il"));
    await page.keyboard.type("atteint");
    await page.keyboard.press("Control+Enter");
    await entry("deux-pièces").getByText("révisée 1 fois").waitFor();
    await press(page, entry("deux-pièces").getByRole("button", { name: "Versions précédentes" }));
    await page.getByText(/Version du/).waitFor();
    await expectAccessible(page, "assessment, earlier versions");
  });

  test("a referral to a partner says what is missing before anything is written", async () => {
    await command(page, "Orientation");
    await focusOn(page, page.getByLabel("Vers qui"));
    await expectAccessible(page, "referral, blank");
    // the page's language was changed and changed back: the list comes again in French
    await page
      .getByLabel("Vers qui")
      .locator("option", { hasText: "Partenaire" })
      .waitFor({ state: "attached" });
    await page.keyboard.type("Partenaire");
    await focusOn(page, page.getByLabel("Nom du partenaire"));
    await page.keyboard.type("Toit pour tous");
    await press(page, page.getByRole("checkbox", { name: /textes des contacts/i }), "Space");
    await page.getByText("Vous ne pouvez pas encore transmettre").waitFor();
    expect(await page.getByLabel("Ce qui est demandé, ce qui est dit").count()).toBe(0);
    await expectAccessible(page, "referral, not permitted");
  });

  test("leads to the consent that is missing, for exactly that purpose and recipient, and back", async () => {
    await press(page, page.getByRole("link", { name: /Recueillir son consentement : Orientation/ }));
    await page.getByRole("heading", { name: /Recueillir le consentement : Orientation/ }).waitFor();
    await expectAccessible(page, "consent asked for by a referral");
    await press(page, page.getByRole("button", { name: "Enregistrer l’accord" }));
    await page.getByText(/Accordé le/).waitFor();
    await press(page, page.getByRole("link", { name: "Revenir à l’orientation" }));
    await page.getByText("Vous pouvez transmettre").waitFor();
    await page.getByText(/repose sur le consentement/).waitFor();
    expect(await page.getByLabel("Nom du partenaire").inputValue()).toBe("Toit pour tous");
    await expectAccessible(page, "referral, permitted");
  });

  test("is written, waits for its answer, and takes it", async () => {
    await focusOn(page, page.getByLabel("Ce qui est demandé, ce qui est dit"));
    await page.keyboard.type("Une demande de logement.");
    await page.keyboard.press("Control+Enter");
    await entry("Une demande de logement")
      .getByText(/En attente de réponse/)
      .waitFor();
    await expectAccessible(page, "referral");
    await press(page, entry("Une demande de logement").getByRole("button", { name: "Noter une réponse" }));
    await focusOn(page, page.getByRole("radio", { name: /^acceptée/i }));
    await page.keyboard.press("Space");
    await expectAccessible(page, "referral, answering");
    await page.keyboard.press("Control+Enter");
    await entry("Une demande de logement").getByText("Acceptée.", { exact: true }).waitFor();
  });

  test("within the agency no consent is asked for", async () => {
    await command(page, "Orientation");
    await focusOn(page, page.getByLabel("Vers qui"));
    await page.keyboard.type("Aide");
    await page.getByText(/Le partage reste dans le service/).waitFor();
    await page.keyboard.press("Escape");
  });

  test("broke none of the page's own rules", () => {
    expect(watched.violations).toEqual([]);
    expect(watched.foreign).toEqual([]);
  });
});
