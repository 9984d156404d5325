import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, openPage, read, signIn } from "./browser.ts";
import { activate, focusOn } from "./keyboard.ts";

/** Who may read, and who has read: by keyboard alone, with a page open for each of the people concerned. */
const name = `Trevarez${Date.now()
  .toString(36)
  .replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)))}`;

describe("the right to read", () => {
  let browser: Browser;
  let claire: Page;
  let yanis: Page;
  let lead: Page;
  let fileId: string;

  async function pageOf(account: string): Promise<Page> {
    const { page } = await openPage(browser);
    await signIn(page, account);
    return page;
  }

  beforeAll(async () => {
    browser = await openBrowser();
    claire = await pageOf("worker");
    yanis = await pageOf("worker-north");
    lead = await pageOf("lead");
    await claire.getByRole("link", { name: "Nouvelle personne" }).click();
    await claire.getByLabel("Nom de famille").fill(name);
    await claire.keyboard.press("Control+Enter");
    await claire.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    fileId = /files\/([0-9a-f-]{36})/.exec(claire.url())?.[1] ?? "";
  });
  afterAll(() => browser.close());

  test("a worker of another unit is told why not, and what exceptional access costs", async () => {
    await yanis.goto(new URL(`/files/${fileId}`, yanis.url()).href);
    await yanis.getByRole("heading", { level: 1, name: /autre circonscription/ }).waitFor();
    await yanis.getByText(/Claire Morel en aura connaissance/).waitFor();
    await activate(yanis, "button", "Ouvrir le dossier");
    await yanis.getByRole("alert").getByText("Choisissez un motif").waitFor();
    await expectAccessible(yanis, "refused, with errors");
  });

  test("says why, and reads for eight hours", async () => {
    await focusOn(yanis, yanis.getByRole("radio", { name: "Urgence" }));
    await yanis.keyboard.press("Space");
    await focusOn(yanis, yanis.getByLabel("En une phrase"));
    await yanis.keyboard.type(`Accueil de nuit, ${name} est sans hébergement.`);
    await activate(yanis, "button", "Ouvrir le dossier");
    await yanis.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await yanis.getByText(/Accès exceptionnel jusqu.au/).waitFor();
    await expectAccessible(yanis, "file, by exceptional access");
  });

  test("the referent sees it on the first page, and takes note", async () => {
    await activate(claire, "link", "Accueil");
    const told = claire
      .getByRole("region", { name: /Accès exceptionnels à regarder/ })
      .getByRole("listitem")
      .filter({ hasText: name });
    await told.waitFor();
    expect(read(await told.textContent())).toContain("Yanis Belkacem");
    await expectAccessible(claire, "home, with an exceptional access");
    await focusOn(claire, told.getByRole("button", { name: /J’en prends note/ }));
    await claire.keyboard.press("Enter");
    await told.waitFor({ state: "detached" });
  });

  test("one key answers who has read this file", async () => {
    await claire.goto(new URL(`/files/${fileId}`, claire.url()).href);
    await claire.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await claire.keyboard.press("l");
    await claire.getByRole("heading", { name: "Qui a lu ce dossier" }).waitFor();
    const journal = claire.getByRole("listitem");
    await journal.filter({ hasText: "Yanis Belkacem" }).filter({ hasText: "Urgence" }).first().waitFor();
    await journal.filter({ hasText: "Claire Morel" }).first().waitFor();
    await expectAccessible(claire, "who has read");
  });

  test("the person can be handed the list on paper", async () => {
    const download = claire.waitForEvent("download");
    await activate(claire, "button", /Relevé à remettre/);
    expect((await download).suggestedFilename()).toMatch(/^lethe-[0-9a-f]{8}-lectures\.pdf$/);
  });

  test("a lead finds the file among the unit's, and reads nothing of it", async () => {
    await lead.getByRole("heading", { level: 1, name: "Circonscription Centre" }).waitFor();
    await expectAccessible(lead, "unit");
    await lead.goto(new URL(`/unit/${fileId}`, lead.url()).href);
    await lead.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await expectAccessible(lead, "a file of the unit");
  });

  test("a lead excludes a relative, who is then told whom to ask", async () => {
    await activate(lead, "button", /Écarter quelqu/);
    await focusOn(lead, lead.getByLabel("Qui", { exact: true }));
    await lead.keyboard.type("Claire");
    await expectAccessible(lead, "excluding");
    await activate(lead, "button", "Écarter");
    await lead.getByText(/Sauf Claire Morel/).waitFor();
    await claire.reload();
    await claire.getByRole("heading", { level: 1, name: /ne vous est pas ouvert/ }).waitFor();
    await claire.getByText(/Adressez-vous à Hélène Duval/).waitFor();
    await expectAccessible(claire, "excluded");
    await activate(lead, "button", /Lever/);
    await lead.getByText(/Sauf Claire Morel/).waitFor({ state: "detached" });
  });

  test("a lead restricts the file to one worker, and opens it again", async () => {
    await activate(lead, "button", /Réserver la lecture/);
    await focusOn(lead, lead.getByRole("checkbox", { name: "Claire Morel" }));
    await lead.keyboard.press("Space");
    await expectAccessible(lead, "restricting");
    await activate(lead, "button", "Réserver");
    await lead.getByText(/Seulement Claire Morel/).waitFor();
    await activate(lead, "button", /Rouvrir à la circonscription/);
    await lead.getByText("Les travailleurs sociaux de la circonscription.").waitFor();
  });

  test("a worker closes the file and reopens it", async () => {
    await claire.reload();
    await claire.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await activate(claire, "link", "Clore ou rouvrir");
    await activate(claire, "button", /Clore le dossier/);
    await focusOn(claire, claire.getByRole("radio", { name: "Départ" }));
    await claire.keyboard.press("Space");
    await activate(claire, "button", "Clore");
    await claire.getByText(/Dossier clos le/).waitFor();
    await expectAccessible(claire, "closed file");
    await activate(claire, "button", "Rouvrir le dossier");
    await claire.getByText(/Dossier clos le/).waitFor({ state: "detached" });
  });

  test("a transferred file is read there, and no longer here", async () => {
    await lead.reload();
    await activate(lead, "button", /Transférer le dossier/);
    await focusOn(lead, lead.getByLabel("Circonscription", { exact: true }));
    await lead.keyboard.type("Circonscription Nord");
    await lead.getByText(/lira le dossier dès maintenant/).waitFor();
    await expectAccessible(lead, "transferring");
    await activate(lead, "button", "Transférer");
    await lead.getByRole("heading", { level: 1, name: "Circonscription Centre" }).waitFor();
    await lead.getByText(/dossier transféré à Circonscription Nord/).waitFor();
    await expectAccessible(lead, "transferred");
    await activate(lead, "button", "Annuler le transfert");
    await lead.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await claire.reload();
    await claire.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await activate(lead, "button", /Transférer le dossier/);
    await focusOn(lead, lead.getByLabel("Circonscription", { exact: true }));
    await lead.keyboard.type("Circonscription Nord");
    await activate(lead, "button", "Transférer");
    await lead.getByText(/dossier transféré à Circonscription Nord/).waitFor();
    await claire.reload();
    await claire.getByRole("heading", { level: 1, name: /autre circonscription/ }).waitFor();
    await yanis.reload();
    await yanis.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
  });

  test("the data-protection officer sees every exceptional access", async () => {
    const dpo = await pageOf("dpo");
    await dpo.getByRole("listitem").filter({ hasText: name }).waitFor();
    await expectAccessible(dpo, "exceptional accesses");
  });
});
