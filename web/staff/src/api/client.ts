import createClient from "openapi-fetch";
import { currentLanguage } from "../words/language.ts";
import type { paths } from "./paths.ts";
import { offline, problemOf } from "./problem.ts";

const CSRF_HEADER = "X-XSRF-TOKEN";

/** The one door to the services: session cookie, CSRF header, language; refusals become Problems. */
const client = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

/** A token that changed while the request was on its way (a new session) is worth one more try. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (
    response.status !== 403 ||
    request.method === "GET" ||
    request.headers.get(CSRF_HEADER) === csrfToken()
  ) {
    return response;
  }
  again.headers.set(CSRF_HEADER, csrfToken());
  return fetch(again);
}

client.use({
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    if (request.method !== "GET") {
      request.headers.set(CSRF_HEADER, csrfToken());
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
