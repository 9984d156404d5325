import type { Browser, BrowserContext, Page } from "playwright-core";
import { base, openBrowser, signIn } from "../e2e/chromium.ts";
import { installProbe, type Look } from "./probe.ts";

/**
 * Measures what a worker feels: how long a key takes to show, how soon the first page and a file can be used on a computer a
 * quarter as fast, and how much script travels for it.
 */
const ROUNDS = 20;
const LOADS = 7;
const SLOWDOWN = 4;
const EMPTY = "/lethe.svg";
const NEW_CONTACT = 'main button[aria-keyshortcuts="N"]';

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

export async function measure(): Promise<void> {
  const browser = await openBrowser();
  try {
    const session = await signedIn(browser);
    const { page, file } = await openFile(browser, session);
    await keys(page);
    await page.context().close();
    await loads(browser, session, file);
  } finally {
    await browser.close();
  }
}

async function signedIn(browser: Browser): Promise<Session> {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await signIn(page, "worker");
  const session = await context.storageState();
  await context.close();
  return session;
}

async function open(browser: Browser, session: Session): Promise<Page> {
  const context = await browser.newContext({
    locale: "fr-FR",
    viewport: { width: 1280, height: 900 },
    storageState: session,
  });
  await context.addInitScript(installProbe);
  return context.newPage();
}

/** The first file of the unit in which there are entries to step through. */
async function openFile(browser: Browser, session: Session): Promise<{ page: Page; file: string }> {
  const page = await open(browser, session);
  await page.goto(`${base}/`);
  const links = page.locator('main table a[href^="/files/"]');
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  for (const file of addresses) {
    await page.goto(base + file);
    await page.locator("h1").waitFor();
    await page.waitForTimeout(1_000);
    if ((await page.locator("main ol > li > article").count()) >= 3) {
      return { page, file };
    }
  }
  throw new Error("no file has three entries: start the stack with its demo data");
}

async function keys(page: Page): Promise<void> {
  // what is a key away is fetched a second after the page has come to rest
  await page.waitForTimeout(2_500);
  console.log(`response to a key, until painted; ${ROUNDS} times each`);
  const times: number[] = [];
  const told = async (what: string, key: string, look: Look, back: () => Promise<unknown>) => {
    const some: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      some.push(await responseTo(page, key, look));
      await back();
    }
    times.push(...some);
    tell(what, some);
  };
  // on the first entry, from which J goes on and K comes back
  await page.keyboard.press("j");
  await told("J, K", "j", "focus", async () => times.push(await responseTo(page, "k", "focus")));
  const form = page.locator("main textarea");
  await told("N", "n", "form", async () => {
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
  });
  await told("F8", "F8", "mask", () => page.keyboard.press("F8"));
  await told("L", "l", "readers", async () => {
    await page.goBack();
    await page.locator("main ol > li > article").first().waitFor();
  });
  tell("all", times);
}

async function responseTo(page: Page, key: string, look: Look): Promise<number> {
  await page.evaluate((what) => window.probe.watch(what), look);
  await page.keyboard.press(key);
  return page.evaluate(() => window.probe.response());
}

async function loads(browser: Browser, session: Session, file: string): Promise<void> {
  console.log(
    `until it can be used, CPU ${SLOWDOWN} times slower, nothing in the cache; ${LOADS} times each`,
  );
  const empty = await times(() =>
    load(browser, session, EMPTY, (page) => page.evaluate(() => window.probe.painted("svg"))),
  );
  const palette = { key: "k", ctrlKey: true };
  const first = await times(() =>
    load(browser, session, "/", (page) =>
      page.evaluate(
        (press) => window.probe.answered('main table a[href^="/files/"]', press, '[role="dialog"] input'),
        palette,
      ),
    ),
  );
  const opened = await times(() =>
    load(browser, session, file, (page) =>
      page.evaluate((control) => window.probe.answered(control, { key: "n" }, "main textarea"), NEW_CONTACT),
    ),
  );
  tell("yardstick", empty);
  tell("first page", first);
  tell("file", opened);
  console.log(
    `ratio        first page ${(median(first) / median(empty)).toFixed(1)}, file ${(median(opened) / median(empty)).toFixed(1)} to a picture of the same server`,
  );
  console.log(`script       first page ${await script(browser, session, "/")}`);
  console.log(`             file ${await script(browser, session, file)}`);
}

async function load(
  browser: Browser,
  session: Session,
  path: string,
  usable: (page: Page) => Promise<number>,
): Promise<number> {
  const page = await open(browser, session);
  try {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.goto(base + path, { waitUntil: "commit" });
    return await usable(page);
  } finally {
    await page.context().close();
  }
}

async function times(once: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < LOADS; round++) {
    all.push(await once());
  }
  return all;
}

/** What travelled, as the browser counts it: before the page rests, and after, when it fetches what is a key away. */
async function script(browser: Browser, session: Session, path: string): Promise<string> {
  const page = await open(browser, session);
  await page.goto(base + path);
  await page.locator("main h1").waitFor();
  const weigh = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => entry as PerformanceResourceTiming)
        .filter((entry) => entry.name.endsWith(".js"))
        .reduce((sum, entry) => sum + entry.transferSize, 0),
    );
  const atFirst = await weigh();
  await page.waitForTimeout(3_000);
  const later = await weigh();
  await page.context().close();
  return `${Math.round(atFirst / 1000)} kB transferred, ${Math.round(later / 1000)} kB with what is fetched at rest`;
}

function median(times: number[]): number {
  return percentile(times, 50);
}

function percentile(times: number[], of: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length * of - 1) / 100)] ?? 0;
}

function tell(what: string, times: number[]): void {
  const figures = [50, 95, 100].map((of) => percentile(times, of).toFixed(0).padStart(6));
  console.log(`${what.padEnd(12)} p50 ${figures[0]} ms   p95 ${figures[1]} ms   worst ${figures[2]} ms`);
}
