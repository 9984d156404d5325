import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

/** Drives Debian's Chromium as staff do, and looks at each screen with axe. */
export { base, openBrowser, signIn } from "./chromium.ts";

/** What the page broke of its own rules while it was open. */
export interface Watched {
  page: Page;
  violations: string[];
  foreign: string[];
}

export async function openPage(
  browser: Browser,
  options: { dark?: boolean; width?: number } = {},
): Promise<Watched> {
  const context = await browser.newContext({
    locale: "fr-FR",
    colorScheme: options.dark ? "dark" : "light",
    viewport: { width: options.width ?? 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  watchRequests(page);
  const watched: Watched = { page, violations: [], foreign: [] };
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) {
      watched.violations.push(message.text());
    }
  });
  page.on("pageerror", (error) => watched.violations.push(error.message));
  page.on("request", (request) => {
    if (!/^(https?:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) {
      watched.foreign.push(request.url());
    }
  });
  return watched;
}

/** axe finds nothing, in French and in English; the page, and what has the focus on it, are left as they were. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const focused = await page.evaluateHandle(() => document.activeElement);
  await expectNoViolation(page, `${screen}, fr`);
  await openMenu(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator('html[lang="en"]').waitFor();
  await settle(page);
  await expectNoViolation(page, `${screen}, en`);
  await page.getByRole("button", { name: "Français" }).click();
  await page.locator('html[lang="fr"]').waitFor();
  await settle(page);
  await focused.evaluate((element) => (element as HTMLElement | null)?.focus());
}

export async function expectNoViolation(page: Page, screen: string): Promise<void> {
  await settle(page);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`,
    );
  });
  expect(found, screen).toEqual([]);
}

/** On a narrow screen the settings are behind a button. */
async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole("button", { name: "Menu", exact: true, expanded: false });
  if (await menu.isVisible()) {
    await menu.click();
  }
}

/** Requests to the services that are under way, by page. */
const underWay = new WeakMap<Page, Set<unknown>>();
const QUIET_MS = 150;
const PATIENCE_MS = 700;

function watchRequests(page: Page): void {
  const open = new Set<unknown>();
  underWay.set(page, open);
  page.on("request", (request) => {
    if (request.url().includes("/api/")) {
      open.add(request);
    }
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  // what the page before had asked for is nobody's any more
  page.on("domcontentloaded", () => open.clear());
}

/** What the page asked the services for has come, and it asks for nothing more. */
async function settle(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  const giveUpAt = Date.now() + PATIENCE_MS;
  let quietSince = Date.now();
  while (Date.now() - quietSince < QUIET_MS && Date.now() < giveUpAt) {
    await page.waitForTimeout(30);
    if (underWay.get(page)?.size) {
      quietSince = Date.now();
    }
  }
}

/** Text as it is read: a space is a space. */
export function read(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
