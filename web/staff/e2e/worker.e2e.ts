import { gzipSync } from "node:zlib";
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

/** A worker's evening: she finds, registers, writes and asks for consent, mostly by keyboard. */
const name = `Kermadec${Date.now()
  .toString(36)
  .replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)))}`;
const HEAVIEST_SCRIPT = 250_000;

describe("a worker", () => {
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
  });
  afterAll(() => browser.close());

  test("finds one sentence and one button before signing in", async () => {
    const { page: visitor } = await openPage(browser);
    await visitor.goto(process.env.LETHE_URL ?? "http://127.0.0.1:4173");
    await visitor.getByRole("link", { name: "Se connecter" }).waitFor();
    await expectAccessible(visitor, "sign-in");
    await visitor.context().close();
  });

  test("signs in and sees her own day, and the unit's files elsewhere", async () => {
    await signIn(page, "worker");
    await page.getByRole("heading", { level: 1, name: /^Aujourd’hui/ }).waitFor();
    await page.getByRole("table").first().waitFor();
    await page.getByRole("heading", { level: 2, name: "Mes dossiers" }).waitFor();
    await expectAccessible(page, "home");
    await page.getByRole("link", { name: "Tous les dossiers", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /dossiers par échéance/ }).waitFor();
    await page.getByRole("table").first().waitFor();
    await expectAccessible(page, "the unit's files");
    await page.getByRole("link", { name: "Accueil", exact: true }).click();
    await page.getByRole("table").first().waitFor();
  });

  test("waits for no more than 250 kB of compressed script", async () => {
    await page.reload();
    await page.getByRole("table").first().waitFor();
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => entry.name)
        .filter((address) => address.endsWith(".js")),
    );
    const bodies = await Promise.all(
      [...new Set(scripts)].map(async (address) => (await page.request.get(address)).body()),
    );
    const weight = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(weight).toBeGreaterThan(50_000);
    expect(weight).toBeLessThanOrEqual(HEAVIEST_SCRIPT);
  });

  test("registers a person with only a name, and arrives on the new file", async () => {
    await page.getByRole("link", { name: "Nouvelle personne" }).click();
    await page.getByRole("heading", { level: 1, name: "Nouvelle personne" }).waitFor();
    await page.getByRole("button", { name: "Enregistrer et ouvrir le dossier" }).click();
    await page.getByRole("alert").getByText("Écrivez un nom de famille").waitFor();
    await expectAccessible(page, "new person, with an error");
    await page.getByLabel("Nom de famille").fill(name);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await page.getByText("Pas encore de contact").waitFor();
    await expectAccessible(page, "empty file");
  });

  test("sees no name in the address or in the window's title", async () => {
    expect(page.url()).toMatch(/\/files\/[0-9a-f-]{36}$/);
    expect((await page.title()).toLowerCase()).not.toContain(name.toLowerCase());
  });

  test("records a contact with two keys beside its text, and sees until when it is kept", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("Premier entretien. Elle vient pour un impayé de loyer.");
    await page.keyboard.press("Control+Enter");
    const contact = page.getByRole("article").filter({ hasText: "impayé de loyer" });
    await contact.waitFor();
    await expect
      .poll(async () => read(await contact.textContent()), { timeout: 10_000 })
      .not.toContain("enregistrement");
    await page
      .getByRole("region", { name: "Conservation" })
      .getByText(/Conservé jusqu.au/)
      .waitFor({ timeout: 15_000 });
    await expectAccessible(page, "file");
  });

  test("loses nothing that was typed when leaving the page and coming back", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("À suivre");
    await expectAccessible(page, "file, writing");
    await page.getByRole("link", { name: "Consentements" }).click();
    await page.getByRole("link", { name: "Dossier", exact: true }).click();
    const text = page.getByLabel("Ce qui s’est dit");
    expect(await text.inputValue()).toBe("À suivre");
    await text.press("Escape");
    await page.getByRole("button", { name: /Reprendre le contact commencé/ }).click();
    expect(await text.inputValue()).toBe("À suivre");
    await page.getByRole("button", { name: "Effacer ce texte" }).click();
    await page.getByRole("button", { name: "Annuler" }).waitFor();
  });

  test("records a consent and takes it back in as many steps", async () => {
    await page.getByRole("link", { name: "Consentements" }).click();
    const grant = page.getByRole("button", { name: /Recueillir le consentement/ }).first();
    await grant.waitFor();
    await expectAccessible(page, "consents");
    await grant.click();
    await expectAccessible(page, "granting");
    await page.getByLabel("Nom du partenaire").fill("ADIL 93");
    await page.getByRole("button", { name: "Enregistrer l’accord" }).click();
    await page.getByRole("button", { name: /Retirer le consentement/ }).click();
    await page.getByText("Ce qui sera détruit").waitFor();
    await expectAccessible(page, "withdrawing");
    await page.getByRole("button", { name: "Enregistrer le retrait" }).click();
    await page.getByText(/Retiré le/).waitFor();
  });

  test.each([0, 60, 140])(
    "opens whom she typed and nobody else, by Ctrl+K, a name and Enter, at %i ms a key and with slow answers",
    async (perKey) => {
      for (const late of [0, 700]) {
        await page.route("**/api/cases/search", async (route) => {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * late));
          await route.continue();
        });
        await page.goto(base);
        await page.getByRole("table").first().waitFor();
        await page.keyboard.press("Control+k");
        await page.keyboard.type(name, { delay: perKey });
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
        await page.unroute("**/api/cases/search");
      }
    },
  );

  test("runs the command whose words she typed, though a name may sound like it", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("accueil", { delay: 60 });
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Aujourd’hui/ }).waitFor();
  });

  test("finds the person again with Ctrl+K, a few letters and Enter", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(name.slice(0, -1));
    await page
      .getByRole("option", { name: new RegExp(name, "i") })
      .first()
      .waitFor();
    await expectNoViolation(page, "palette");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });

  test("hides names and texts with F8, and lists the keys with a question mark", async () => {
    await page.keyboard.press("F8");
    const colour = await page
      .getByRole("heading", { level: 1 })
      .locator("span")
      .evaluate((heading) => getComputedStyle(heading).color);
    expect(colour).toBe("rgba(0, 0, 0, 0)");
    await page.keyboard.press("F8");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Raccourcis clavier" }).waitFor();
    await expectNoViolation(page, "list of keys");
    await page.keyboard.press("Escape");
  });

  test("reads on at 320 pixels without scrolling sideways, and in the dark", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("button", { name: "Fond sombre" }).click();
    await expectAccessible(page, "file, dark");
    await page.getByRole("button", { name: "Fond clair" }).click();
  });

  test("is told plainly of a file that does not exist", async () => {
    await page.goto(new URL("/files/00000000-0000-4000-8000-000000000000", page.url()).href);
    await page.getByRole("heading", { level: 1, name: "Aucun dossier à cette adresse" }).waitFor();
    await expectAccessible(page, "unknown file");
  });

  test("keeps what was typed when the session ends, and says how to go on", async () => {
    await page.goBack();
    await page.getByRole("button", { name: "Nouveau contact" }).click();
    await page.keyboard.type("Écrit juste avant la fin de la session.");
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.keyboard.press("Control+Enter");
    await page.getByText("La session a pris fin").or(page.getByText("Reconnectez-vous")).first().waitFor();
    const text = page.getByLabel("Ce qui s’est dit");
    expect(await text.inputValue()).toBe("Écrit juste avant la fin de la session.");
    await page.context().addCookies(cookies);
    await text.press("Control+Enter");
    await page.getByRole("article").filter({ hasText: "juste avant la fin" }).waitFor();
    await page.getByRole("emphasis").waitFor({ state: "detached" });
  });

  test("leaves nothing personal on the workstation, and asks nobody else for anything", async () => {
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept.toLowerCase()).not.toContain(name.toLowerCase());
    expect(watched.foreign).toEqual([]);
    expect(watched.violations).toEqual([]);
  });

  test("signs out, and the next at this workstation sees nothing", async () => {
    await page.getByRole("button", { name: "Quitter" }).click();
    await page.getByRole("link", { name: "Se connecter" }).waitFor();
    expect((await page.content()).toLowerCase()).not.toContain(name.toLowerCase());
  });
});

describe("a lead", () => {
  test("sees the unit's files and opens none", async () => {
    const browser = await openBrowser();
    const { page } = await openPage(browser);
    await signIn(page, "lead");
    await page.getByRole("heading", { level: 1, name: "Circonscription Centre" }).waitFor();
    await page.getByRole("table").first().waitFor();
    expect(await page.getByRole("table").locator('a[href^="/files/"]').count()).toBe(0);
    await expectAccessible(page, "a lead's home");
    await browser.close();
  });
});
