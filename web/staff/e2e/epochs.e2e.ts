import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, expectAccessible, openBrowser, openPage, read, signIn, type Watched } from "./browser.ts";

/**
 * Until when backups give back what was removed, and the end of that on demand. How epochs end is proven where they are kept;
 * here they are answered for, since a stack has no escrow and its epochs end when they please.
 */
describe("the epoch key", () => {
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let epochs = calm();

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await page.route(/\/api\/retention\/epochs$/, answer);
    await signIn(page, "retention-admin");
  });
  afterAll(() => browser.close());

  test("says until when what was removed can still be recovered from backups", async () => {
    await page.getByRole("link", { name: "Clé d’époque" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Clé d’époque" }).waitFor();
    const removed = await textOf("Ce qui a été éliminé, dans les sauvegardes");
    expect(removed).toContain("84 clés retirées pendant l’époque 7");
    expect(removed).toMatch(
      /Ce qui a été éliminé peut encore être retrouvé dans des sauvegardes jusqu’au \d+ \p{L}+ 2\d{3}, \d+:\d\d, pourvu que la copie de la clé d’époque en dépôt \(notaire\) puisse être détruite/u,
    );
    const current = await textOf("L’époque en cours");
    expect(current).toContain("(dans 5 jours)");
    expect(current).toContain("PKCS#12");
    await expectAccessible(page, "epochs");
  });

  test("lists the copies in escrow, and those that were destroyed behind a word", async () => {
    await page
      .getByRole("table", { name: "Copies en dépôt" })
      .getByRole("row", { name: /notaire 7/ })
      .waitFor();
    expect(await page.getByRole("row", { name: /notaire 6/ }).isVisible()).toBe(false);
    await page.getByText("1 copie détruite", { exact: true }).press("Enter");
    await page.getByRole("row", { name: /notaire 6 détruite le/ }).waitFor();
    await expectAccessible(page, "epochs, destroyed copies");
  });

  test("is not changed by who thinks better of it", async () => {
    const button = page.getByRole("button", { name: "Changer la clé d’époque maintenant" });
    await button.press("Enter");
    await page.getByText(/faites-en une nouvelle aussitôt après/).waitFor();
    await expectAccessible(page, "changing the epoch key");
    await page.keyboard.press("Escape");
    await page.getByText(/faites-en une nouvelle aussitôt après/).waitFor({ state: "detached" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(epochs.current).toBe(7);
  });

  test("is changed by keyboard, and it is said plainly what came of it", async () => {
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Changer la clé d’époque maintenant ?" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("L’époque 8 a commencé.").waitFor();
    expect(read(await page.evaluate(() => document.activeElement?.textContent ?? ""))).toContain(
      "L’ancienne clé est détruite : ce qui avait été éliminé ne peut plus être retrouvé",
    );
    await page.getByText("Rien de ce qui a été éliminé ne peut être retrouvé").waitFor();
    await expectAccessible(page, "epoch key changed");
  });

  test("promises no day while a copy in escrow cannot be reached", async () => {
    epochs = { ...calm(), ...away() };
    await page.goto(`${base}/epochs`);
    const removed = await textOf("Ce qui a été éliminé, dans les sauvegardes");
    expect(removed.split("Personne ne peut dire jusqu’à quand").length, "said once for both").toBe(2);
    expect(removed).not.toContain("jusqu’au");
    expect(removed).toMatch(/L’époque 6, finie le .*, n’est pas encore détruite\./);
    await page.getByRole("row", { name: /notaire 6 déposée le .* \(à détruire\)/ }).waitFor();
    await page.getByRole("row", { name: /notaire 7 pas encore déposée/ }).waitFor();
    await expectAccessible(page, "epochs, a copy away");
  });

  test("that could not be destroyed at once is not said to be", async () => {
    await page.getByRole("button", { name: "Changer la clé d’époque maintenant" }).press("Enter");
    await page.getByRole("heading", { name: "Changer la clé d’époque maintenant ?" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("L’ancienne clé n’est pas encore détruite").waitFor();
    expect(await page.getByText("L’ancienne clé est détruite").count()).toBe(0);
  });

  test("says what nobody destroyed, and what is late", async () => {
    const overdue = { epoch: 7, keys: 84, waitsFor: "rotation", until: day(-1), copiesAt: [] };
    const lost = { ...copy(3, day(-30), null), lostAt: day(-20) };
    epochs = { ...calm(), recoverable: [overdue], escrow: [lost, copy(7, day(-2), null)] };
    await page.goto(`${base}/epochs`);
    const removed = await textOf("Ce qui a été éliminé, dans les sauvegardes");
    expect(removed).toMatch(/Cela devait prendre fin le .*, et tarde\./);
    expect(removed).toContain("La copie de la clé de l’époque 3 en dépôt (notaire) est perdue");
    await page.getByRole("row", { name: /notaire 3 déclarée perdue le/ }).waitFor();
    await expectAccessible(page, "epochs, a copy lost");
  });

  test("is read by who oversees, and changed by nobody of them", async () => {
    const { page: reader } = await openPage(browser);
    await signIn(reader, "auditor", "/epochs");
    await reader.getByRole("heading", { level: 1, name: "Clé d’époque" }).waitFor();
    await reader.getByRole("heading", { name: "L’époque en cours" }).waitFor();
    expect(await reader.getByRole("button", { name: /Changer la clé/ }).count()).toBe(0);
  });

  test("broke none of the page's own rules", () => expect(watched.violations).toEqual([]));

  async function textOf(section: string): Promise<string> {
    const region = page.getByRole("region", { name: section });
    await region.waitFor();
    return read(await region.textContent());
  }

  function answer(route: Route) {
    if (route.request().method() === "GET") {
      return route.fulfill({ json: epochs });
    }
    const stays = epochs.ending;
    epochs = { ...epochs, current: epochs.current + 1, recoverable: stays.length ? epochs.recoverable : [] };
    return route.fulfill({ status: 201, json: { epoch: epochs.current, ending: stays } });
  }

  function day(days: number): string {
    return new Date(Date.now() + days * 86_400_000).toISOString();
  }

  function calm() {
    return {
      current: 7,
      since: day(-2),
      endsAt: day(5),
      store: "pkcs12-file",
      awaitingDestruction: 84,
      recoverable: [
        {
          epoch: 7,
          keys: 84,
          waitsFor: "rotation",
          until: day(5) as string | undefined,
          copiesAt: ["notaire"],
        },
      ],
      ending: [] as { epoch: number; retiredAt: string; waitsFor: string }[],
      escrow: [copy(6, day(-9), day(-2)), copy(7, day(-2), null)],
    };
  }

  function away() {
    return {
      recoverable: [6, 7].map((epoch) => ({
        epoch,
        keys: 12,
        waitsFor: "escrow",
        until: undefined,
        copiesAt: ["notaire"],
      })),
      ending: [{ epoch: 6, retiredAt: day(-2), waitsFor: "escrow" }],
      escrow: [copy(6, day(-9), null), copy(7, null, null)],
    };
  }

  function copy(epoch: number, keptAt: string | null, destroyedAt: string | null) {
    return { place: "notaire", epoch, keptAt, destroyedAt, lostAt: null as string | null };
  }
});
