import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, openBrowser, openPage } from "./browser.ts";
import { newName } from "./file.ts";
import { registerSomebody } from "./keyboard.ts";
import { send } from "./services.ts";

/** F8: what is hidden cannot be read in any mode of the screen or on paper, and stays hidden. */
const NAME = newName("Quidelleur");
const SAID = "bouleversement";
const PLACE = "Kerbonne";
const SOURCE = "Gourmelon";
const SECRETS = [NAME, SAID, PLACE, SOURCE];

describe("what is hidden with F8", () => {
  let browser: Browser;
  let page: Page;
  let file = "";

  beforeAll(async () => {
    browser = await openBrowser();
    page = (await openPage(browser)).page;
    await registerSomebody(page, NAME);
    file = new URL(page.url()).pathname;
    await send(page, "POST", `/api/cases${file}/contacts`, {
      date: "2025-01-06",
      text: `Un ${SAID}.`,
      place: PLACE,
    });
    await send(page, "POST", `/api/cases${file}/third-party`, {
      receivedOn: "2025-01-07",
      text: `Un ${SAID} aussi.`,
      reliability: "unverified",
      source: { kind: "neighbour", name: SOURCE },
    });
  });
  afterAll(() => browser.close());

  /** What a letter looks like: hidden, it does not matter which one it is. */
  async function tellsLettersApart(): Promise<boolean> {
    const name = page.locator("h1 .personal");
    const seen = async (letters: string) => {
      await name.evaluate((element, text) => {
        element.textContent = text;
      }, letters);
      return (await name.screenshot()).toString("base64");
    };
    const written = await name.textContent();
    const [one, other] = [await seen("MWMWMW"), await seen("WMWMWM")];
    await seen(written ?? "");
    return one !== other;
  }

  /** Where one of the secrets stands in letters that are drawn. */
  const leaks = () =>
    page.evaluate((secrets) => {
      const found: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const text = node.textContent?.toLowerCase() ?? "";
        const drawn = node.parentElement?.closest(".personal") === null;
        if (drawn && secrets.some((one) => text.includes(one.toLowerCase()))) {
          found.push(`${node.parentElement?.outerHTML.slice(0, 120)}`);
        }
      }
      for (const field of document.querySelectorAll<HTMLInputElement>("input, textarea")) {
        const typed = field.value.toLowerCase();
        if (!field.matches(".personal") && secrets.some((one) => typed.includes(one.toLowerCase()))) {
          found.push(field.outerHTML.slice(0, 120));
        }
      }
      return found;
    }, SECRETS);

  test("could be told apart before", async () => {
    await page.goto(base + file);
    await page.locator("h1 .personal").waitFor();
    expect(await tellsLettersApart()).toBe(true);
  });

  test.each([
    ["on light ground", {}],
    ["on dark ground", { colorScheme: "dark" as const }],
    ["in forced colours", { forcedColors: "active" as const }],
    ["on paper", { media: "print" as const }],
    ["in forced colours on paper", { media: "print" as const, forcedColors: "active" as const }],
  ])("is hidden %s", async (_, media) => {
    await page.emulateMedia({ media: "screen", forcedColors: "none", colorScheme: "light" });
    await page.goto(base + file);
    if ((await page.locator("html[data-masked]").count()) === 0) {
      await page.locator("h1 .personal").waitFor();
      await page.keyboard.press("F8");
    }
    await page.emulateMedia(media);
    expect(await tellsLettersApart()).toBe(false);
    const drawn = await page.locator("h1 .personal").evaluate((name) => {
      const style = getComputedStyle(name);
      return [style.webkitTextFillColor, style.getPropertyValue("-webkit-text-security")];
    });
    expect(drawn).toEqual(["rgba(0, 0, 0, 0)", "disc"]);
  });

  test("stays hidden after a reload, before anything is drawn, and in another tab", async () => {
    await page.emulateMedia({ media: "screen", forcedColors: "none", colorScheme: "light" });
    await page.route(/main.*\.(js|tsx)|assets\/index.*\.js/, (route) => route.abort());
    await page.goto(base + file);
    expect(await page.locator("html[data-masked]").count()).toBe(1);
    await page.unrouteAll();
    await page.goto(base + file);
    await page.getByText("Données personnelles masquées.").waitFor();
    const other = await page.context().newPage();
    await other.goto(base);
    await other.getByText("Données personnelles masquées.").waitFor();
    await other.keyboard.press("F8");
    await page.locator("html:not([data-masked])").waitFor({ state: "attached" });
    await other.keyboard.press("F8");
    await page.getByText("Données personnelles masquées.").waitFor();
    await other.close();
  });

  test.each(["", "/household", "/consents", "/readers", "/identity", "/merge", "/copy", "/closing"])(
    "is hidden on the page %s of a file, wherever it stands",
    async (part) => {
      await page.goto(base + file + part);
      await page.getByRole("complementary").waitFor();
      await page.waitForTimeout(500);
      expect(await leaks()).toEqual([]);
    },
  );

  test("is hidden on the first page, in the palette and while it is typed", async () => {
    await page.goto(base);
    await page.getByRole("table").first().waitFor();
    expect(await leaks()).toEqual([]);
    await page.keyboard.press("Control+k");
    await page.keyboard.type(NAME);
    await page.getByRole("option").first().waitFor();
    expect(await leaks()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.goto(`${base}/persons/new`);
    await page.getByLabel("Nom de famille").fill(NAME);
    await page.waitForTimeout(800);
    expect(await leaks()).toEqual([]);
  });

  test("is shown again once somebody says so", async () => {
    await page.goto(base + file);
    await page.getByText("Données personnelles masquées.").waitFor();
    await page.keyboard.press("F8");
    await page.reload();
    await page.locator("h1 .personal").waitFor();
    expect(await tellsLettersApart()).toBe(true);
  });
});
