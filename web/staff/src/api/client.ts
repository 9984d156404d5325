import createClient from "openapi-fetch";
import { currentLanguage } from "../words/language.ts";
import type { paths } from "./paths.ts";
import { offline, problemOf } from "./problem.ts";

/** The one door to the services: session cookie, CSRF header, language; refusals become Problems. */
const client = createClient<paths>({ baseUrl: window.location.origin });

client.use({
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    if (request.method !== "GET") {
      request.headers.set("X-XSRF-TOKEN", csrfToken());
    }
  },
});

/** Read anew for each request: signing in again, even in another tab, changes it. */
export function csrfToken(): string {
  const pair = document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  return pair ? decodeURIComponent(pair.slice("XSRF-TOKEN=".length)) : "";
}

async function answered<A>(call: Promise<{ data?: A; error?: unknown; response: Response }>): Promise<A> {
  const { data, error, response } = await call.catch(() => {
    throw offline();
  });
  if (!response.ok) {
    throw problemOf(response, error);
  }
  return data as A;
}

export { answered, client };
