import { execFileSync } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, expectAccessible, openBrowser, openPage, read, signIn, type Watched } from "./browser.ts";

/** Somebody asks to be forgotten: one administrator requests it, another approves, and a certificate remains. */
describe("an erasure", () => {
  let browser: Browser;
  let worker: Page;
  let asking: Watched;
  let approving: Watched;
  let fileAddress = "";
  let erasureAddress = "";

  beforeAll(async () => {
    browser = await openBrowser();
    worker = (await openPage(browser)).page;
    asking = await openPage(browser);
    approving = await openPage(browser);
  });
  afterAll(() => browser.close());

  test("begins with a person who asks to be forgotten", async () => {
    await signIn(worker, "worker", "/persons/new");
    await worker.getByLabel("Nom de famille").fill("Oubli Demandé");
    await worker.keyboard.press("Control+Enter");
    await worker.getByText("Pas encore de contact").waitFor();
    await worker.keyboard.press("n");
    await worker.keyboard.type("Elle demande que son dossier soit effacé.");
    await worker.keyboard.press("Control+Enter");
    await worker
      .getByRole("region", { name: "Conservation" })
      .getByText(/Conservé jusqu.au/)
      .waitFor();
    fileAddress = worker.url();
  });

  test("is previewed by an administrator who sees no name", async () => {
    const { page } = asking;
    await signIn(page, "retention-admin");
    await page.getByRole("heading", { level: 1, name: "Échéances" }).waitFor();
    await expectAccessible(page, "deadlines");
    const number = fileAddress.split("/").at(-1)?.slice(0, 8) ?? "";
    await page.goto(`${base}/deadlines?rule=single-visit&unit=centre&until=${await inTwoYears(page)}`);
    const box = page.getByRole("checkbox", { name: `Choisir le dossier ${number}` });
    const more = page.getByRole("button", { name: "Afficher la suite" });
    await page.getByRole("table").first().waitFor();
    while ((await box.count()) === 0 && (await more.count()) > 0) {
      await more.click();
    }
    await box.check();
    await page.getByLabel("Motif").selectOption("right-exercised");
    await expectAccessible(page, "deadlines, one chosen");
    await page.getByRole("button", { name: "Prévisualiser l’effacement", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /Campagne/ }).waitFor();
    erasureAddress = page.url();
    expect(read(await page.getByRole("main").textContent()).toLowerCase()).not.toContain("oubli demandé");
    await expectAccessible(page, "previewed");
  });

  test("is requested by writing the number of persons", async () => {
    const { page } = asking;
    const field = page.getByLabel(/écrivez le nombre/);
    await field.fill("2");
    await page.keyboard.press("Enter");
    await page.getByText("n’est pas le nombre").waitFor();
    await field.fill("1");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "En attente d’une seconde personne" }).waitFor();
    await expectAccessible(page, "requested");
  });

  test("is approved by another person, and nobody reads the file any more", async () => {
    const { page } = approving;
    await signIn(page, "retention-approver", new URL(erasureAddress).pathname);
    await page.getByRole("button", { name: "Approuver et suspendre la lecture" }).waitFor();
    await expectAccessible(page, "to approve");
    await page.getByRole("button", { name: "Approuver et suspendre la lecture" }).click();
    await page.getByRole("heading", { name: "Lecture suspendue" }).waitFor();
    await expectAccessible(page, "suspended");
    await expect
      .poll(
        async () => {
          await worker.goto(fileAddress);
          return worker.getByRole("heading", { level: 1 }).textContent();
        },
        { timeout: 30_000, interval: 1_000 },
      )
      .toBe("Lecture suspendue");
    await expectAccessible(worker, "suspended file");
  });

  test("runs to the end once grace is over: keys removed, copies purged, events pruned, epoch changed", async () => {
    const { page } = approving;
    letGracePass();
    await page.reload();
    const execute = page.getByRole("button", { name: "Retirer les clés maintenant" });
    const removed = page.getByRole("heading", { name: "Suivi" });
    await execute.or(removed).first().waitFor();
    if (await execute.isVisible()) {
      await execute.click();
    }
    await removed.waitFor();
    await expectAccessible(page, "followed");
    const inBackups = page.getByRole("region", { name: "Dans les sauvegardes" });
    expect(read(await inBackups.textContent())).toMatch(
      /Ce qui a été éliminé peut encore être retrouvé dans des sauvegardes|ne peut plus être retrouvé/,
    );
    const rotate = page.getByRole("button", { name: "Changer la clé d’époque maintenant" });
    const certificate = page.getByRole("link", { name: "Lire le certificat" });
    await rotate.or(certificate).first().waitFor({ timeout: 180_000 });
    // The stack changes its epoch key by itself too, and may have been quicker.
    if (await rotate.isVisible()) {
      await rotate.click().catch(() => undefined);
    }
    await certificate.waitFor({ timeout: 90_000 });
    await inBackups.getByText(/ne peut plus être retrouvé dans aucune sauvegarde de la base/).waitFor();
    await expectAccessible(page, "certified");
  });

  test("leaves a certificate to keep and to verify", async () => {
    const { page } = approving;
    await page.getByRole("link", { name: "Lire le certificat" }).click();
    await page.getByRole("heading", { level: 1, name: /Certificat/ }).waitFor();
    await page.getByText("./lethe verify").waitFor();
    await page.getByText(/Depuis le .* ne peut plus être retrouvé dans aucune sauvegarde/).waitFor();
    await expectAccessible(page, "certificate");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /Télécharger le certificat/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^lethe-certificate-[0-9a-f]{8}\.json$/);
    verifyOffline(await download.path());
    await page.getByRole("link", { name: "Certificats" }).click();
    await page.getByRole("table").waitFor();
    await expectAccessible(page, "certificates");
    await page.getByRole("link", { name: "Campagnes" }).click();
    await page.getByRole("table").waitFor();
    await expectAccessible(page, "erasures");
  });

  test("shows the worker on which day the file was erased, and by which certificate", async () => {
    await expect
      .poll(
        async () => {
          await worker.goto(fileAddress);
          await worker.getByRole("heading", { level: 1, name: "Dossier effacé" }).waitFor();
          return worker.getByRole("link", { name: /^certificat [0-9a-f]{8}$/ }).count();
        },
        { timeout: 30_000, interval: 1_000 },
      )
      .toBe(1);
    await worker.getByText(/Ce dossier a été effacé le/).waitFor();
    await expectAccessible(worker, "erased file");
  });

  test("broke none of the page's own rules", () => {
    expect([...asking.violations, ...approving.violations]).toEqual([]);
    expect([...asking.foreign, ...approving.foreign]).toEqual([]);
  });
});

/** A day far enough for a file opened today to be due. */
async function inTwoYears(page: Page): Promise<string> {
  const today = await page.getByLabel("Arrivant à échéance").inputValue();
  const [, month, year] = today.split("/");
  return `${Number(year) + 2}-${month}-01`;
}

/** The stack's business clock goes on past the days of grace. */
function letGracePass(): void {
  lethe("clock", "+P8D");
}

function verifyOffline(file: string): void {
  lethe("verify", file);
}

function lethe(...words: string[]): void {
  const command = process.env.LETHE_COMMAND;
  if (command) {
    execFileSync(command, words, { stdio: "inherit" });
  }
}
