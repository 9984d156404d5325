import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, expectAccessible, openBrowser, openPage, read, signIn, type Watched } from "./browser.ts";

/**
 * Somebody finds what a service could not apply, applies it again, and passes over what nothing can be made of. That services
 * do so is proven where they are tested; here they are answered for, since nothing fails on a sound stack.
 */
describe("messages that failed", () => {
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  const failing = [message("f0000001", "ContactRecorded", 3), message("f0000002", "FileOpened", 0)];
  const ended: ReturnType<typeof message>[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await signIn(page, "retention-admin");
    await page.route(/\/api\/(cases|consents|retention)\/failed-messages/, (route) => list(route, []));
    await page.route(/\/api\/reports\/failed-messages/, answer);
  });
  afterAll(() => browser.close());

  test("are listed with what failed, and nothing of what they say", async () => {
    await page.goto(base);
    await page.getByRole("link", { name: /Messages en échec.*2 messages attendent/ }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Messages en échec" }).waitFor();
    const row = page.getByRole("row", { name: /ContactRecorded/ });
    expect(read(await row.textContent())).toContain("refusé par le traitement");
    expect(read(await row.textContent())).toContain("3 messages attendent derrière");
    await row.getByText("Ce que contient ce message").press("Enter");
    await row.getByText("codes : scellé").waitFor();
    await expectAccessible(page, "failed messages");
  });

  test("are applied again by keyboard, and it is said what came of it", async () => {
    await page.getByRole("button", { name: "Rejouer le message f0000001" }).press("Enter");
    await page.getByRole("main").getByText("4 messages appliqués.").waitFor();
    await page.getByRole("row", { name: /ContactRecorded/ }).waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("4 messages appliqués.");
  });

  test("that fail again stay, with the reason", async () => {
    await page.getByRole("button", { name: "Rejouer le message f0000002" }).press("Enter");
    await page.getByText("Toujours en échec : refusé par le traitement. 1 message reste.").waitFor();
  });

  test("are passed over only after a question, and then stand among those that ended", async () => {
    await page.getByRole("button", { name: "Passer outre le message f0000002" }).press("Enter");
    await page.getByText(/ne l’appliquera jamais/).waitFor();
    await expectAccessible(page, "passing over");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Aucun message en échec.").waitFor();
    await page.getByRole("link", { name: "Messages en échec", exact: true }).waitFor();
    await page.getByRole("button", { name: "Montrer les messages terminés" }).press("Enter");
    await page.getByRole("row", { name: /FileOpened.*passé outre/ }).waitFor();
    await expectAccessible(page, "ended messages");
  });

  test("of a service that does not answer are missing, and the page says so", async () => {
    await page.unroute(/\/api\/reports\/failed-messages/);
    await page.route(/\/api\/reports\/failed-messages/, (route) => route.abort());
    await page.goto(`${base}/failed-messages`);
    await page.getByText("Statistiques ne répond pas : ses messages manquent dans cette liste.").waitFor();
    expect(await page.getByText("Aucun message en échec.").count()).toBe(0);
  });

  test("broke none of the page's own rules", () => expect(watched.violations).toEqual([]));

  function answer(route: Route) {
    const url = new URL(route.request().url());
    const one = failing.find((known) => url.pathname.includes(known.id));
    if (!one) {
      return list(route, url.searchParams.get("ended") === "true" ? ended : failing);
    }
    if (url.pathname.endsWith("/replay") && one.behind === 0) {
      return route.fulfill({ json: { applied: 0, left: 1, code: one.code } });
    }
    failing.splice(failing.indexOf(one), 1);
    ended.push({ ...one, state: "passed-over", endedAt: "2025-09-04T09:00:00Z" });
    return route.fulfill({ json: { applied: one.behind + 1, left: 0 } });
  }

  function list(route: Route, items: unknown[]) {
    return route.fulfill({ json: { items, page: 0, size: 50, total: items.length } });
  }

  function message(number: string, event: string, behind: number) {
    return {
      id: `${number}-4444-4000-8000-000000000000`,
      consumer: "reporting-service.contributions",
      topic: "lethe.cases.v1",
      partition: 0,
      offset: 42,
      state: "failed",
      code: "refused",
      eventType: `lethe.cases.${event}.v1`,
      subject: "aaaaaaaa-0000-4000-8000-000000000001",
      since: "2025-09-02T08:15:00Z",
      tries: 1,
      behind,
      contents: [{ name: "codes", kind: "sealed" }],
      endedAt: undefined as string | undefined,
    };
  }
});
