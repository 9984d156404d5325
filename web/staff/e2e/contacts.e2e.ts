import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  base,
  expectAccessible,
  expectNoViolation,
  openBrowser,
  openPage,
  read,
  signIn,
  type Watched,
} from "./browser.ts";
import { newName, registerByKeyboard, tabTo, writeContact } from "./file.ts";

/** Contacts, by keyboard alone: written, coded, corrected, documented, moved, filtered. */
const name = newName("Ozanne");
const other = newName("Taleb");
const entry = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

describe("contacts", () => {
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let address: string;
  let otherAddress: string;

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    // From the first listener on the browser hands choosers over, but not at once: one of before is in time for the test.
    page.on("filechooser", () => {});
    await signIn(page, "worker");
    otherAddress = await registerByKeyboard(page, other);
    address = await registerByKeyboard(page, name);
  });
  afterAll(() => browser.close());

  test("are recorded with two keys besides the text", async () => {
    await writeContact(page, "Elle a deux loyers impayés depuis septembre.");
    expect(new URL(page.url()).search).toBe("");
    await expectAccessible(page, "file with a contact");
  });

  test("are coded afterwards: C, a word, Enter; the text suggests and decides nothing", async () => {
    await page.keyboard.press("c");
    const panel = page.getByRole("region", { name: "Codes" });
    await panel.getByRole("button", { name: /Ajouter Impayés de loyer/ }).waitFor();
    expect(await panel.getByRole("list", { name: "Codes choisis" }).count()).toBe(0);
    await expectAccessible(page, "codes, suggested");
    await tabTo(page, /Impayés de loyer/);
    await page.keyboard.press("Enter");
    await panel.getByRole("button", { name: /Retirer Impayés de loyer/ }).waitFor();
    await page.keyboard.type("droits");
    await page.getByRole("option", { name: /Ouverture ou maintien de droits/ }).waitFor();
    await expectNoViolation(page, "codes, searched");
    await page.keyboard.press("Enter");
    await panel.getByRole("button", { name: /Retirer Ouverture/ }).waitFor();
    await page.keyboard.press("Escape");
    const codes = entry(page, "loyers impayés").getByRole("list", { name: "Codes" });
    await codes.getByText("Ouverture ou maintien de droits").waitFor();
    await codes.getByText("Impayés de loyer").waitFor();
  });

  test("are corrected with a reason, and keep what was there before", async () => {
    await page.keyboard.press("j");
    await tabTo(page, "Corriger");
    await page.keyboard.press("Enter");
    const text = page.getByLabel("Ce qui s’est dit");
    await text.waitFor();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Elle vient le 12.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("Choisissez un motif").waitFor();
    await expectAccessible(page, "correction, without a reason");
    await tabTo(page, "Choisissez un motif");
    await page.keyboard.press("Enter");
    await page.keyboard.type("inc");
    await page.keyboard.press("Control+Enter");
    const corrected = entry(page, "Elle vient le 12.");
    await corrected.getByText("corrigé", { exact: true }).waitFor();
    await corrected.getByRole("button", { name: "Versions précédentes" }).waitFor();
    await page.keyboard.press("j");
    await tabTo(page, "Versions précédentes");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Première version" }).waitFor();
    await expectAccessible(page, "versions");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Première version" }).waitFor({ state: "detached" });
  });

  test("corrected by two people at once, both texts stand side by side", async () => {
    await page.keyboard.press("k");
    await tabTo(page, "Corriger");
    await page.keyboard.press("Enter");
    await page.getByLabel("Ce qui s’est dit").waitFor();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Mon ajout.");

    await correctedByAnother(page, address.split("/").at(-1) ?? "", "Le texte d’un autre.");
    await tabTo(page, "Motif de la correction");
    await page.keyboard.type("inc");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Enregistré entre-temps" }).waitFor();
    await page
      .getByRole("region", { name: "Enregistré entre-temps" })
      .getByText("Le texte d’un autre.")
      .waitFor();
    await page.getByRole("region", { name: "Votre texte" }).getByText("Mon ajout.").waitFor();
    await expectAccessible(page, "both texts");
    await tabTo(page, "Enregistrer mon texte");
    await page.keyboard.press("Enter");
    await entry(page, "Mon ajout.").getByRole("button", { name: "Corriger" }).waitFor();
  });

  test("say how, where and about whom, if it matters", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("Visite avec sa voisine.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("visite");
    await page.keyboard.press("Tab");
    await page.keyboard.type("chez elle");
    await page.keyboard.press("Tab");
    await page.keyboard.type(other.slice(0, -1));
    await page
      .getByRole("option", { name: new RegExp(other, "i") })
      .first()
      .waitFor();
    await expectNoViolation(page, "new contact, searching a person");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: new RegExp(`Retirer ${other}`, "i") }).waitFor();
    await expectAccessible(page, "new contact, with all that may be said");
    await page.keyboard.press("Control+Enter");
    const visit = entry(page, "Visite avec sa voisine.");
    await visit.getByRole("link", { name: new RegExp(other, "i") }).waitFor();
    await visit.getByText("visite à domicile").waitFor();
    expect(await visit.getByRole("link", { name: new RegExp(other, "i") }).getAttribute("href")).toBe(
      otherAddress,
    );
  });

  test("take documents, and say kindly which they cannot take", async () => {
    await page.keyboard.press("j");
    await tabTo(page, "Documents");
    await page.keyboard.press("Enter");
    await tabTo(page, "Joindre un document");
    const asked = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await asked).setFiles([
      { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("quelques mots") },
    ]);
    await page.getByText("ce n’est ni un PDF ni une image").waitFor();
    await expectAccessible(page, "document refused");
    const askedAgain = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    const content = Buffer.from(
      [
        "%PDF-1.7",
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj",
        `%${"x".repeat(100_000)}`,
        "trailer<</Root 1 0 R>>",
        "%%EOF",
      ].join("\n"),
    );
    await (await askedAgain).setFiles([
      { name: "courrier du bailleur.pdf", mimeType: "application/pdf", buffer: content },
    ]);
    const document = page.getByRole("link", { name: "courrier du bailleur.pdf" });
    await document.waitFor();
    await expectAccessible(page, "document laid");
    const href = (await document.getAttribute("href")) ?? "";
    expect(href).not.toContain("courrier");
    const read = await page.request.get(base + href);
    expect((await read.body()).equals(content)).toBe(true);
  });

  test("in the wrong file move to another, and come back", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("Ceci est d’une autre.");
    await page.keyboard.press("Control+Enter");
    await entry(page, "Ceci est d’une autre.").getByRole("button", { name: "Pas à sa place" }).waitFor();
    await page.keyboard.press("j");
    await tabTo(page, "Pas à sa place");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Ce contact n’est pas à sa place" }).waitFor();
    await expectAccessible(page, "misplaced");
    await tabTo(page, "La personne que ce contact concerne");
    await page.keyboard.type(other.slice(0, -1));
    await page
      .getByRole("option", { name: new RegExp(other, "i") })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Vers le dossier de").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Contact déplacé.").last().waitFor();
    await entry(page, "Ceci est d’une autre.").waitFor({ state: "detached" });
    await expectAccessible(page, "moved");
    await tabTo(page, "Annuler");
    await page.keyboard.press("Enter");
    await entry(page, "Ceci est d’une autre.").waitFor();
  });

  test("recorded in error are withdrawn at once, leave a line that says until when, and come back", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("Ceci n’aurait pas dû être écrit.");
    await page.keyboard.press("Control+Enter");
    const wrong = entry(page, "Ceci n’aurait pas dû être écrit.");
    await wrong.getByRole("button", { name: "Pas à sa place" }).waitFor();
    await page.keyboard.press("j");
    await tabTo(page, "Pas à sa place");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Ce contact n’est pas à sa place" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByText("quel jour tout sera effacé définitivement").waitFor();
    await expectAccessible(page, "recorded in error");
    await page.keyboard.press("Control+Enter");
    await wrong.waitFor({ state: "detached" });
    const gap = entry(page, "Contact retiré le");
    await gap.getByText(/par Claire Morel. Il sera effacé définitivement le/).waitFor();
    await expectAccessible(page, "withdrawn, can come back");
    await page.getByRole("button", { name: "English" }).press("Enter");
    await page.getByText(/Contact withdrawn on .* by Claire Morel. It will be erased for good on/).waitFor();
    await page.getByRole("button", { name: "Undo the withdrawal" }).waitFor();
    await page.getByRole("button", { name: "Français" }).press("Enter");
    await gap.waitFor();
    await gap.focus();
    await tabTo(page, "Annuler le retrait");
    await page.keyboard.press("Enter");
    await wrong.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Ceci n’aurait pas dû");
    await gap.waitFor({ state: "detached" });
  });

  test("are filtered by codes in the address, and each filter is taken away by a key", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("Un entretien de l’an passé.");
    const date = page.getByLabel("Date", { exact: true });
    const year = Number((await date.inputValue()).slice(-4)) - 1;
    await date.fill(`5 mars ${year}`);
    await page.keyboard.press("Control+Enter");
    await entry(page, "Un entretien de l’an passé.").getByRole("button", { name: "Corriger" }).waitFor();
    await page.getByLabel("Filtrer par période").focus();
    await page.keyboard.press("End");
    await page.getByRole("button", { name: new RegExp(`Retirer le filtre année ${year}`) }).waitFor();
    expect(page.url()).toContain(`period=y${year}`);
    expect(await page.getByRole("article").count()).toBe(1);
    await expectAccessible(page, "filtered");
    await page.getByRole("button", { name: /Retirer le filtre/ }).focus();
    await page.keyboard.press("Enter");
    await entry(page, "Visite avec sa voisine.").waitFor();
    expect(page.url()).not.toContain("period");
  });

  test("are hidden with F8 while they are typed", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("Secret");
    await page.keyboard.press("F8");
    const colour = () =>
      page.getByLabel("Ce qui s’est dit").evaluate((field) => getComputedStyle(field).color);
    expect(await colour()).toBe("rgba(0, 0, 0, 0)");
    await expectAccessible(page, "masked");
    await page.keyboard.press("F8");
    expect(await colour()).not.toBe("rgba(0, 0, 0, 0)");
    await tabTo(page, "Effacer ce texte");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Annuler" }).waitFor();
  });

  test("have their keys in the list of keys", async () => {
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Raccourcis clavier" });
    for (const one of ["Nouveau contact", "Codes du contact", "Entrée suivante", "Entrée précédente"]) {
      await keys.getByRole("row", { name: new RegExp(one) }).waitFor();
    }
    await expectNoViolation(page, "keys");
    await page.keyboard.press("Escape");
  });

  test("read at 320 pixels without scrolling sideways, and in the dark", async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.keyboard.press("c");
    await page.getByRole("region", { name: "Codes" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.evaluate(() => localStorage.removeItem("lethe.scheme"));
    await page.reload();
    await entry(page, "Visite avec sa voisine.").waitFor();
    await expectAccessible(page, "file, dark");
  });

  test("leave no name in addresses, and ask nobody else for anything", async () => {
    expect(decodeURIComponent(page.url()).toLowerCase()).not.toContain(name.toLowerCase());
    expect(read(await page.title()).toLowerCase()).not.toContain(name.toLowerCase());
    expect(watched.foreign).toEqual([]);
    expect(watched.violations).toEqual([]);
  });
});

/** As if a colleague had saved a correction of the newest contact while this one is being typed. */
async function correctedByAnother(page: Page, fileId: string, text: string): Promise<void> {
  const status = await page.evaluate(
    async ([id, wording]) => {
      const file = await (await fetch(`/api/cases/files/${id}`)).json();
      const [{ contactId, revisionId, date }] = file.contacts;
      const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? "";
      const answer = await fetch(`/api/cases/files/${id}/contacts/${contactId}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": decodeURIComponent(token) },
        body: JSON.stringify({ revisionId, date, text: wording, reason: "wrong-fact" }),
      });
      return answer.status;
    },
    [fileId, text] as const,
  );
  expect(status).toBe(200);
}
