import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, expectAccessible, openBrowser, openPage, signIn } from "./browser.ts";
import { newName, registerByKeyboard, tabTo } from "./file.ts";

/** Nothing typed is lost: a killed tab, an ended session, a cut network. And nothing of it is in clear on the workstation. */
const name = newName("Brouillon");
const SECRET = "confidence";

describe("a draft", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    browser = await openBrowser();
    page = (await openPage(browser)).page;
    context = page.context();
    await signIn(page, "worker");
    address = await registerByKeyboard(page, name);
  });
  afterAll(() => browser.close());

  const text = () => page.getByLabel("Ce qui s’est dit");
  const pen = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return [field.id, field.value, field.selectionStart];
    });

  test("survives a killed tab, two seconds of typing at most, and the pen returns to its place", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type(`Elle me dit en ${SECRET} sa peur.`);
    for (let at = 0; at < " sa peur.".length; at++) {
      await page.keyboard.press("ArrowLeft");
    }
    await page.keyboard.type(" toute");
    const written = await pen();
    await page.waitForTimeout(2_000);
    expect(await inClear(page)).not.toContain(SECRET);
    // Without a word to the page, as a crash does.
    await page.close();
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${base + address}?write=contact`);
    await expect.poll(pen).toEqual(written);
  });

  test("survives a tab killed in the middle of fluent typing, two seconds of it at most", async () => {
    const PER_KEY_MS = 150;
    const before = (await pen())[1] as string;
    await text().press("End");
    const said = " et elle ajoute sans reprendre haleine que cela dure depuis l’hiver";
    for (const sign of said) {
      await page.keyboard.type(sign);
      await page.waitForTimeout(PER_KEY_MS);
    }
    await page.close();
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${base + address}?write=contact`);
    const least = before.length + said.length - 2_000 / PER_KEY_MS;
    await expect.poll(async () => ((await pen())[1] as string).length).toBeGreaterThanOrEqual(least);
    await text().fill(before);
  });

  test("says that it is kept, and until when", async () => {
    await page.keyboard.type(",");
    await page.getByText(/Brouillon gardé à/).waitFor();
    await expectAccessible(page, "draft kept");
  });

  test("waits while the session has ended, and the same caret comes back", async () => {
    await text().focus();
    await context.clearCookies();
    await page.keyboard.type(" toute");
    const written = await pen();
    await page.getByText("Votre session a pris fin").waitFor();
    expect(await pen()).toEqual(written);
    await tabTo(page, "Se reconnecter et reprendre ici");
    await page.keyboard.press("Enter");
    await page.locator("input[name=username]").fill("worker");
    await page.locator("input[type=password]").fill("lethe");
    await page.keyboard.press("Enter");
    await text().waitFor();
    await expect.poll(pen).toEqual(written);
    await expectAccessible(page, "signed in again");
  });

  test("goes on without network, and what is saved waits until it is back", async () => {
    await context.setOffline(true);
    await page.keyboard.type(" (suite hors ligne)");
    await page
      .getByRole("form")
      .getByText(/le brouillon est gardé sur ce poste/)
      .waitFor();
    await expectAccessible(page, "offline");
    await page.keyboard.press("Control+Enter");
    const contact = page.getByRole("article").filter({ hasText: "(suite hors ligne)" });
    await contact.getByText("en attente du réseau").waitFor();
    await context.setOffline(false);
    await contact.getByText("en attente du réseau").waitFor({ state: "detached" });
    await contact.getByRole("button", { name: "Corriger" }).waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  test("is gone everywhere once it is saved", async () => {
    await expect
      .poll(async () => (await page.request.get(`${base}/api/cases/drafts`)).json())
      .toMatchObject({ items: expect.not.arrayContaining([{ fileId: address.split("/").at(-1) }]) });
    await expect.poll(() => keptHere(page)).toBe(0);
  });

  test("is on the home page to be resumed, and opens where it was", async () => {
    await page.keyboard.press("n");
    await page.keyboard.type("À reprendre demain");
    await page.getByText(/Brouillon gardé à/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /Reprendre le contact commencé/ }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("accueil");
    await page.getByRole("option", { name: "Accueil" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Brouillons à reprendre" }).waitFor();
    await expectAccessible(page, "home with a draft");
    await tabTo(page, /^Contact commencé/, 80);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await pen())[1]).toBe("À reprendre demain");
    await tabTo(page, "Effacer ce texte");
    await page.keyboard.press("Enter");
    await expect.poll(() => keptHere(page)).toBe(0);
  });

  test("written in two tabs at the same time is lost in neither", async () => {
    const other = await context.newPage();
    other.setDefaultTimeout(15_000);
    await other.goto(base + address);
    await other.getByRole("button", { name: /Nouveau contact/ }).waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("Dans le premier onglet");
    await other.keyboard.press("n");
    await other.keyboard.type("Dans le second onglet");
    await page.keyboard.type(", et encore");
    await other.keyboard.type(", et encore");
    const texts = () =>
      page.evaluate(
        async (path) => {
          const answer = await fetch(path);
          return answer.ok
            ? ((await answer.json()).draft.texts as { text: string }[]).map((one) => one.text).sort()
            : [];
        },
        `/api/cases/files/${address.split("/").at(-1)}/drafts/contact`,
      );
    await expect
      .poll(texts, { timeout: 30_000 })
      .toEqual(["Dans le premier onglet, et encore", "Dans le second onglet, et encore"]);
    await other.getByText("Un autre contact n’a pas été enregistré : son texte est gardé.").waitFor();
    await expectAccessible(other, "two tabs");
    await other.close();
    await page.reload();
    await expect.poll(() => text().inputValue()).toMatch(/onglet, et encore$/);
    const first = await text().inputValue();
    await page.getByRole("button", { name: "Reprendre ce texte" }).click();
    await expect.poll(async () => [first, await text().inputValue()].sort()).toEqual(await texts());
    for (let left = 2; left > 0; left--) {
      await page.getByRole("button", { name: "Effacer ce texte" }).click();
      if (left > 1) {
        await page.getByRole("button", { name: "Reprendre ce texte" }).click();
      }
    }
    await expect.poll(() => keptHere(page)).toBe(0);
  });

  test("refused by the server returns to the pen with the reason", async () => {
    await page.route("**/contacts", (route) =>
      route.fulfill({
        status: 503,
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "urn:lethe:problem:keys-unavailable", status: 503 }),
      }),
    );
    await page.keyboard.press("n");
    await page.keyboard.type("Refusé une fois");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Ce contact n’est pas enregistré").waitFor();
    expect(await text().inputValue()).toBe("Refusé une fois");
    await expectAccessible(page, "refused");
    await page.unroute("**/contacts");
    await text().focus();
    await page.keyboard.press("Control+Enter");
    await page
      .getByRole("article")
      .filter({ hasText: "Refusé une fois" })
      .getByRole("button", { name: "Corriger" })
      .waitFor();
  });
});

/** Everything the browser stores for this origin, as text. */
function inClear(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name: database } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(database ?? "");
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of opened.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve) => {
          const request = opened.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        kept.push(
          JSON.stringify(all, (_, value) =>
            value instanceof ArrayBuffer || ArrayBuffer.isView(value)
              ? new TextDecoder("latin1").decode(value as ArrayBuffer)
              : value,
          ),
        );
      }
      opened.close();
    }
    return kept.join("\n");
  });
}

function keptHere(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("lethe-drafts");
        request.onsuccess = () => {
          const count = request.result.transaction("drafts").objectStore("drafts").count();
          count.onsuccess = () => {
            resolve(count.result);
            request.result.close();
          };
        };
      }),
  );
}
