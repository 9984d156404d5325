import type { Page } from "playwright-core";
import { base } from "./browser.ts";

/** Asks the services directly, as the page's session: for what a journey needs and does not show. */
export async function send(page: Page, method: string, path: string, data: object): Promise<unknown> {
  const cookies = await page.context().cookies();
  const token = cookies.find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "";
  const answer = await page.request.fetch(base + path, {
    method,
    data,
    headers: { "X-XSRF-TOKEN": decodeURIComponent(token) },
  });
  if (!answer.ok()) {
    throw new Error(`${method} ${path}: ${answer.status()}`);
  }
  return answer.status() === 204 ? undefined : answer.json();
}

/** A refusal word for word as the services send it (RFC 9457). */
export interface Refusal {
  status: number;
  code: string;
  title: string;
  detail: string;
  members?: object;
}

/** From now on, what matches is answered in the browser with this refusal. */
export async function refuse(page: Page, what: RegExp, refusal: Refusal): Promise<void> {
  const { status, code, title, detail, members } = refusal;
  await page.route(what, (route) =>
    route.fulfill({
      status,
      contentType: "application/problem+json",
      headers: status === 503 ? { "Retry-After": "5" } : {},
      body: JSON.stringify({
        type: `urn:lethe:problem:${code}`,
        instance: "urn:uuid:7bb7641f-8e2a-4a27-80e4-04e2597ee445",
        title,
        detail,
        status,
        ...members,
      }),
    }),
  );
}
