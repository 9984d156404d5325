import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Vector, vectors } from "../src/verify/vectors.ts";
import { base, expectAccessible, openBrowser, openPage, read, type Watched } from "./browser.ts";

const named = (name: string) => vectors.find((one) => one.name === name) as Vector;
const holds = named("a certificate as the agency hands it out");
const file = (text: string) => ({
  name: "lethe-certificate-3f0c1a52.json",
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

/** Anybody checks a certificate: without signing in, and without anything leaving the browser. */
describe("the page on which certificates are checked", () => {
  let browser: Browser;
  let watched: Watched;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    watched.page.on("request", (request) => requests.push(request.url()));
    await watched.page.goto(`${base}/verify`, { waitUntil: "networkidle" });
  });
  afterAll(() => browser.close());

  test("is shown to who has not signed in, and asks no service anything", async () => {
    const { page } = watched;
    await page.getByRole("heading", { level: 1, name: "Vérifier un certificat d’effacement" }).waitFor();
    expect(requests.filter((url) => new URL(url).pathname.startsWith("/api/"))).toEqual([]);
    await expectAccessible(page, "verify");
  });

  test("says what is missing", async () => {
    const { page } = watched;
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();
    await page.getByRole("alert").getByText("Il manque le certificat").waitFor();
  });

  test("checks a file that was chosen, without network, and sends nothing", async () => {
    const { page } = watched;
    requests.length = 0;
    await page.context().setOffline(true);
    await page.locator('input[type="file"]').first().setInputFiles(file(holds.document));
    await page.getByText("lethe-certificate-3f0c1a52.json").waitFor();
    await page.getByLabel("La clé publique de l’agence", { exact: true }).fill(holds.anchor);
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Vérifier", exact: true }).press("Enter");

    await page.getByRole("heading", { level: 2, name: "Le certificat est authentique." }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Le certificat est authentique.");
    const said = read(await page.getByRole("main").textContent());
    for (const words of [
      "Les données de 2 personnes ont été rendues illisibles",
      "Le certificat est à sa place dans cette liste",
      "numéro 3 d’une liste de 5",
      "demandé par une personne : responsable de la conservation",
      "Source : Référentiel CNIL social et médico-social",
      "Prévenus, sans confirmation",
      "partner-integrator",
      "Qui avait reçu une clé a pu la garder.",
    ]) {
      expect(said).toContain(words);
    }
    expect(requests).toEqual([]);
    await page.context().setOffline(false);
    await expectAccessible(page, "verified");
  });

  test("says which check an altered certificate fails", async () => {
    const { page } = watched;
    requests.length = 0;
    await page.getByRole("button", { name: "Retirer le fichier" }).click();
    const altered = named("signature: alg none, with type and key");
    await page.getByLabel("Le certificat", { exact: true }).fill(altered.document);
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();

    await page.getByRole("heading", { level: 2, name: "Le certificat n’est pas valable." }).waitFor();
    const checks = page.getByRole("listitem");
    await checks.filter({ hasText: "signé par cette clé" }).filter({ hasText: "échec" }).waitFor();
    expect(await checks.filter({ hasText: "non vérifié" }).count()).toBe(2);
    expect(requests).toEqual([]);
    await expectAccessible(page, "refused");
  });

  test("takes a file that is dropped, and a head that was kept", async () => {
    const { page } = watched;
    const kept = named("kept head: of an earlier day");
    await page.getByLabel("Le certificat", { exact: true }).fill("");
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "deposited.json", { type: "application/json" }));
      return transfer;
    }, kept.document);
    const field = page.getByLabel("Le certificat", { exact: true });
    await field.dispatchEvent("dragover", { dataTransfer: dropped });
    await field.dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText("deposited.json").waitFor();
    await page.getByText("Vérifier aussi que la liste n’a pas été réécrite").click();
    await page.getByLabel("La tête gardée", { exact: true }).fill(kept.kept ?? "");
    await page.getByLabel("La preuve de croissance", { exact: true }).fill(kept.growth ?? "");
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();

    await page.getByText("la tête gardée en comptait 3").waitFor();
    await page.getByRole("heading", { level: 2, name: "Le certificat est authentique." }).waitFor();
    await expectAccessible(page, "verified with a head that was kept");
  });

  test("refuses what is larger than any certificate without reading it", async () => {
    const { page } = watched;
    await page.getByRole("button", { name: "Retirer le fichier" }).click();
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(file("x".repeat(16 * 1024 * 1024 + 1)));
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();

    await page.getByText("plus grand que ne l’est aucun certificat").waitFor();
  });

  test("fits a narrow screen", async () => {
    const { page } = await openPage(browser, { width: 390 });
    await page.goto(`${base}/verify`);
    await page.getByLabel("Le certificat", { exact: true }).fill(holds.document);
    await page.getByLabel("La clé publique de l’agence", { exact: true }).fill(holds.anchor);
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();
    await page.getByRole("heading", { level: 2, name: "Le certificat est authentique." }).waitFor();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page, "verified, narrow");
  });

  test("kept the rules of the content policy and asked nobody else for anything", () => {
    expect(watched.violations).toEqual([]);
    expect(watched.foreign).toEqual([]);
  });
});
