import { type Browser, chromium, type Page } from "playwright-core";

/** Debian's Chromium, and the way in: what journeys and benchmarks share. */
export const base = process.env.LETHE_URL ?? "http://127.0.0.1:4173";

const QUIETLY = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.LETHE_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: QUIETLY,
  });
}

/** Signs in at the identity provider, from Lethe's own first screen. */
export async function signIn(page: Page, account: string, path = "/"): Promise<void> {
  await page.goto(base + path);
  await page.getByRole("link", { name: "Se connecter" }).click();
  await page.locator("input[name=username]").fill(account);
  await page.locator("input[type=password]").fill("lethe");
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "Navigation principale" }).waitFor();
}
