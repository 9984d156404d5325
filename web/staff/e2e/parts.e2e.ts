import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, openPage, type Watched } from "./browser.ts";
import { press, registerSomebody, unheard } from "./keyboard.ts";
import { send } from "./services.ts";

/** A file of years of work has its copy too: in parts, each of them reread, and none handed over before all are. */
const name = unheard("Kerlongue");
const LONG = "é ".repeat(49_900);
const CONTACTS = 12;

describe("the copy of a long file, by keyboard alone", () => {
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let file = "";
  const day = (nth: number) => `2025-01-${String(nth + 1).padStart(2, "0")}`;
  const line = (number: number) => page.getByRole("listitem").filter({ hasText: `Partie ${number} sur 2` });
  const button = (words: string | RegExp) => page.getByRole("button", { name: words, exact: true });

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await registerSomebody(page, name);
    file = new URL(page.url()).pathname;
    for (let nth = 0; nth < CONTACTS; nth++) {
      await send(page, "POST", `/api/cases${file}/contacts`, {
        date: day(nth),
        text: `Canari ${nth}. ${LONG}`,
      });
    }
    await page.goto(`${new URL(page.url()).origin}${file}/copy`);
  });
  afterAll(() => browser.close());

  test("is a list of parts, of which none can be taken yet", async () => {
    await line(1).waitFor();
    expect(await line(1).textContent()).toMatch(
      /contacts du 1er\sjanvier\s2025 au \d+\sjanvier\s2025 · à relire/,
    );
    expect(await line(2).textContent()).toContain("à relire");
    expect(await line(1).getAttribute("aria-current")).toBe("true");
    expect(await button("PDF de la partie 1").isDisabled()).toBe(true);
    await page.getByText("0 partie relue sur 2.").waitFor();
    await expectAccessible(page, "copy in parts");
  });

  test("is confirmed part by part", async () => {
    await press(page, button("Confirmer la relecture de la partie 1"));
    await line(1).getByText("· relue").waitFor();
    await page.getByText("1 partie relue sur 2.").waitFor();
    expect(await button("PDF de la partie 1").isDisabled()).toBe(true);
    await press(page, button("Relire la partie 2"));
    await page.getByRole("heading", { name: "Relire la partie 2" }).waitFor();
    expect(await line(2).getAttribute("aria-current")).toBe("true");
    await press(page, button("Confirmer la relecture de la partie 2"));
    await page.getByText(/remettez toutes les parties/).waitFor();
    await expectAccessible(page, "copy in parts, reread");
  });

  test("is taken part by part", async () => {
    for (const number of [1, 2]) {
      const [taken] = await Promise.all([
        page.waitForEvent("download"),
        press(page, button(`JSON de la partie ${number}`)),
      ]);
      expect(taken.suggestedFilename()).toMatch(new RegExp(`-${number}\\.json$`));
    }
  });

  test("says that its parts are others once something was written, and keeps what was reread", async () => {
    await send(page, "POST", `/api/cases${file}/contacts`, { date: "2025-02-03", text: "Ajouté depuis." });
    await press(page, button("JSON de la partie 2"));
    await page.getByText(/Les parties ont changé/).waitFor();
    await line(1).getByText("· relue").waitFor();
    await line(2).getByText("· à relire").waitFor();
    await expectAccessible(page, "copy divided anew");
    expect(watched.violations).toEqual([]);
  });
});
