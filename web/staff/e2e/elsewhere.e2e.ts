import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, openPage, read, signIn } from "./browser.ts";
import { activate, choose, focusOn, registerSomebody, unheard } from "./keyboard.ts";

/** A person of another unit, sought by name: by keyboard alone. */
const name = unheard("Kerdoncuff");
const LOOK = "Chercher hors de ma circonscription";

describe("a person whom another unit follows", () => {
  let browser: Browser;
  let yanis: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    const { page } = await openPage(browser);
    await registerSomebody(page, name, "Nolwenn");
    await page.keyboard.press("n");
    await page.keyboard.type("Entretien au bureau.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Entretien au bureau.").waitFor();
    yanis = (await openPage(browser)).page;
    await signIn(yanis, "worker-north");
  });
  afterAll(() => browser.close());

  async function seek(text: string): Promise<void> {
    await yanis.keyboard.press("Control+k");
    const palette = yanis.getByRole("dialog");
    await palette.getByRole("combobox").waitFor();
    await yanis.keyboard.type(text, { delay: 30 });
    await choose(yanis, palette.getByRole("option", { name: LOOK }));
    await yanis.getByRole("heading", { level: 1, name: LOOK }).waitFor();
  }

  test("is found by nobody in the palette, which leads to a look outside the unit", async () => {
    await seek(`Nolwenn ${name}`);
    expect(await yanis.getByLabel("Nom et prénom, date de naissance").inputValue()).toBe(`Nolwenn ${name}`);
    expect(yanis.url()).not.toContain(name);
    await expectAccessible(yanis, "looking elsewhere");
  });

  test("is known to be there, without name or place", async () => {
    await activate(yanis, "button", "Chercher");
    await yanis.getByText("existe ailleurs dans l’agence").waitFor();
    const said = read(await yanis.getByRole("main").textContent());
    expect(said).not.toContain("Centre");
    expect(said).not.toContain("Claire Morel");
    await expectAccessible(yanis, "somebody elsewhere");
  });

  test("is read for a reason, and not rewritten", async () => {
    await focusOn(yanis, yanis.getByRole("radio", { name: "Urgence" }));
    await yanis.keyboard.press("Space");
    await focusOn(yanis, yanis.getByLabel("En une phrase"));
    await yanis.keyboard.type("Accueil de nuit.");
    await activate(yanis, "button", "Ouvrir le dossier");
    await yanis.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await yanis.getByText("Entretien au bureau.").waitFor();
    for (const act of ["Corriger", "Pas à sa place", "Codes"]) {
      expect(await yanis.getByRole("button", { name: act }).count(), act).toBe(0);
    }
    await yanis.keyboard.press("n");
    await yanis.keyboard.type("Vue à l’accueil de nuit.");
    await yanis.keyboard.press("Control+Enter");
    await yanis.getByRole("article").filter({ hasText: "Vue à l’accueil de nuit." }).waitFor();
    await expectAccessible(yanis, "file met elsewhere");
  });

  test("who is known nowhere is said to be so, and can be registered", async () => {
    await seek(`Nolwenn ${unheard("Personne")}`);
    await activate(yanis, "button", "Chercher");
    await yanis.getByText("Aucun dossier que vous puissiez ouvrir").waitFor();
    await expectAccessible(yanis, "nobody elsewhere");
    await activate(yanis, "link", "Enregistrer une nouvelle personne");
    await yanis.getByRole("heading", { level: 1, name: "Nouvelle personne" }).waitFor();
  });
});
