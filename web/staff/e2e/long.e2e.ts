import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { base, expectAccessible, expectNoViolation, openBrowser, openPage, read, signIn } from "./browser.ts";
import { newName, registerByKeyboard, tabTo } from "./file.ts";

const ALL = 5_000;

/** Every thousandth contact is somebody else's. */
const OTHERS = 1_000;

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
const textOf = (at: number) => `Passage n° ${at}.`;

/** A file of five thousand contacts: it opens as one of fifty does, and all of it is within reach. */
describe("a long file", () => {
  let browser: Browser;
  let page: Page;
  let address: string;
  let violations: string[];
  let asked: URL[] = [];
  /** What a page waits for before it is handed out, and with what it is refused. */
  let delay = 0;
  let refusal: number | undefined;

  beforeAll(async () => {
    browser = await openBrowser();
    const watched = await openPage(browser);
    page = watched.page;
    violations = watched.violations;
    await page.addInitScript(() => {
      // What stands on the paper, instead of a printer.
      window.print = () => {
        window.dispatchEvent(new Event("beforeprint"));
        const printed = document.querySelectorAll("article[data-entry]").length;
        document.documentElement.dataset.printed = String(printed);
        window.dispatchEvent(new Event("afterprint"));
      };
    });
    await signIn(page, "worker");
    address = await registerByKeyboard(page, newName("Long"));
    await page.route(new RegExp(`/api/cases${address}\\?`), handFile);
    await page.route(new RegExp(`/api/cases${address}/timeline\\?`), handPage);
  });
  afterAll(() => browser.close());

  beforeEach(() => {
    delay = 0;
    refusal = undefined;
  });

  async function handFile(route: Route) {
    const url = new URL(route.request().url());
    asked.push(url);
    const answer = await route.fetch({ url: `${base}/api/cases${address}` });
    if (refusal && answer.ok()) {
      return refuse(route, refusal);
    }
    await route.fulfill({
      response: answer,
      json: {
        ...(await answer.json()),
        ...slice(0, url),
        timeline: {
          contacts: ALL,
          oldestOn: dayOf(ALL - 1),
          authors: [authorOf(1), authorOf(0)].map((author, at) => ({
            author,
            contacts: at === 0 ? ALL - ALL / OTHERS : ALL / OTHERS,
          })),
          years: [...new Set(all.map(({ date }) => date.slice(0, 4)))].map((year) => ({
            year: Number(year),
            contacts: all.filter(({ date }) => date.startsWith(year)).length,
          })),
        },
      },
    });
  }

  async function handPage(route: Route) {
    const url = new URL(route.request().url());
    asked.push(url);
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (refusal) {
      return refuse(route, refusal);
    }
    await route.fulfill({ json: { ...slice(Number(url.searchParams.get("after")), url), changed: false } });
  }

  async function open(hash = "") {
    asked = [];
    await page.goto("about:blank");
    await page.goto(base + address + hash);
    await page.getByRole("article").first().waitFor();
  }

  const articles = () => page.getByRole("article");
  const held = () => page.evaluate(() => document.activeElement?.getAttribute("data-entry"));

  test("opens with its first page, and says how many there are", async () => {
    await open();
    expect(await articles().count()).toBe(50);
    await page.getByText("50 entrées affichées sur 5000").waitFor();
    expect(asked.filter(({ pathname }) => pathname.endsWith("/timeline"))).toEqual([]);
    await expectAccessible(page, "long file");
  });

  test("is stepped through beyond the first page with J, and back with K", async () => {
    await open();
    for (let at = 0; at < 50; at++) {
      await page.keyboard.press("j");
    }
    expect(await held()).toBe(idOf(49));
    await page.keyboard.press("j");
    await expect.poll(held).toBe(idOf(50));
    await page.keyboard.press("k");
    expect(await held()).toBe(idOf(49));
    expect(await articles().count()).toBe(100);
  });

  test("goes on by keyboard where it ended, each entry once", async () => {
    await open();
    await articles().last().focus();
    await tabTo(page, "Afficher la suite");
    await page.keyboard.press("Enter");
    await expect.poll(held).toBe(idOf(50));
    await page.getByText("100 entrées affichées sur 5000").waitFor();
    const ids = await articles().evaluateAll((all) => all.map((one) => one.getAttribute("data-entry")));
    expect(ids).toEqual(Array.from({ length: 100 }, (_, at) => idOf(at)));
  });

  test("is read anew as far as it was read, and whoever writes keeps their place", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("Je note pendant que");
    const before = asked.length;
    // What was read more than ten seconds ago is read anew when the window is looked at again.
    await page.waitForTimeout(11_000);
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => asked.length).toBeGreaterThan(before);
    await page.keyboard.type(" la page se relit.");
    expect(await page.getByLabel("Ce qui s’est dit").inputValue()).toBe(
      "Je note pendant que la page se relit.",
    );
    expect(await articles().count()).toBe(100);
  });

  test("opens at the entry to which an address leads, however far back, and says how far it is", async () => {
    delay = 150;
    await open(`#${idOf(4_321)}`);
    await page.getByText(/contacts lus sur 5000/).waitFor();
    await expectNoViolation(page, "long file, read on");
    await expect.poll(held, { timeout: 60_000 }).toBe(idOf(4_321));
    await page.getByText(textOf(4_321)).waitFor();
    expect(await articles().count()).toBe(50);
    await expectNoViolation(page, "long file, at an entry");
    for (let at = 4_321; at > 4_300; at--) {
      await page.keyboard.press("k");
    }
    expect(await held()).toBe(idOf(4_300));
    await page.keyboard.press("k");
    await expect.poll(held).toBe(idOf(4_299));
    await page.getByRole("button", { name: "Afficher les entrées plus récentes" }).click();
    await expect.poll(held).toBe(idOf(4_249));
  });

  test("says so when the address leads to no entry of it", async () => {
    await open("#ffffffff-0000-4000-8000-000000000000");
    await page.getByText("n’est pas dans ce dossier").waitFor({ timeout: 60_000 });
    expect(await articles().count()).toBe(50);
  });

  test("is filtered as a whole, which whoever waits may stop and take up again", async () => {
    await open();
    delay = 600;
    await page.getByLabel("Filtrer par auteur").selectOption({ label: "Yanis Belkacem" });
    await page.getByRole("button", { name: "Arrêter" }).click();
    await page.getByText("Le filtre ne porte que sur une partie").waitFor();
    await expectNoViolation(page, "long file, filtered in part");
    delay = 0;
    await page.getByRole("button", { name: "Lire le reste du dossier" }).click();
    await expect.poll(() => articles().count(), { timeout: 60_000 }).toBe(ALL / OTHERS);
    expect(read(await page.getByRole("list", { name: "Filtres en cours" }).textContent())).toContain(
      "5 entrées sur 5000",
    );
  });

  test("is printed as a whole, however the printing was asked for", async () => {
    for (const ask of [
      () => page.getByRole("button", { name: "Imprimer le dossier" }).click(),
      () => page.keyboard.press("Control+p"),
    ]) {
      await open();
      const noted = page.waitForRequest((request) => request.url().endsWith("/prints"));
      await ask();
      await noted;
      await expect
        .poll(() => page.evaluate(() => document.documentElement.dataset.printed), { timeout: 60_000 })
        .toBe(String(ALL));
    }
  });

  test("is not printed when whoever waits for it stops", async () => {
    await open();
    delay = 600;
    await page.getByRole("button", { name: "Imprimer le dossier" }).click();
    await page.getByRole("button", { name: "Arrêter" }).click();
    await page.getByRole("button", { name: "Arrêter" }).waitFor({ state: "detached" });
    await page.waitForTimeout(1_000);
    expect(await page.evaluate(() => document.documentElement.dataset.printed)).toBeUndefined();
  });

  test("stands on the page as a whole for who searches it with the browser", async () => {
    await open();
    await page.getByRole("button", { name: "Tout afficher" }).click();
    await expect.poll(() => articles().count(), { timeout: 60_000 }).toBe(ALL);
    await expect.poll(held).toBe(idOf(50));
  });

  test("that is erased between two pages is read no further", async () => {
    await open();
    refusal = 410;
    await page.getByRole("button", { name: "Afficher la suite" }).click();
    await page.getByRole("heading", { level: 1, name: "Dossier effacé" }).waitFor();
    expect(await articles().count()).toBe(0);
    expect(violations).toEqual([]);
  });
});

const start = Date.UTC(2025, 10, 20);
const dayOf = (at: number) => new Date(start - Math.floor(at / 3) * 86_400_000).toISOString().slice(0, 10);
const authorOf = (at: number) =>
  at % OTHERS === 0
    ? { id: "7e000000-0000-4000-8000-000000000002", name: "Yanis Belkacem" }
    : { id: "7e000000-0000-4000-8000-000000000001", name: "Claire Morel" };

const all = Array.from({ length: ALL }, (_, at) => ({
  contactId: idOf(at),
  revisionId: idOf(at),
  codingId: idOf(at),
  date: dayOf(at),
  text: textOf(at),
  codes: [],
  corrected: false,
  persons: [],
  people: [],
  attachments: [],
  unreadable: [],
  author: authorOf(at),
  recordedAt: new Date(start + (ALL - at) * 1_000).toISOString(),
}));

/** A place is where it is in the list: the services' own are opaque. */
function slice(from: number, url: URL) {
  const contacts = all.slice(from, from + Number(url.searchParams.get("limit")));
  const end = from + contacts.length;
  return { contacts, next: end < ALL ? String(end) : null };
}

function refuse(route: Route, status: number) {
  return route.fulfill({
    status,
    contentType: "application/problem+json",
    json: { type: "urn:lethe:problem:erased", title: "Effacé", status, erasedOn: "2025-11-20" },
  });
}
