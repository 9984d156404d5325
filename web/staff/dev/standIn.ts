import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { accounts, answer } from "./agency.ts";

/** Stands in for gateway, identity provider and services while the screens are worked on. Never built. */
export function standIn(_preview: boolean | undefined): Plugin {
  return {
    name: "stand-in",
    configureServer: (server) => {
      server.middlewares.use(api);
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(api);
      server.middlewares.use(page);
    },
  };
}

/** The page as the gateway serves it: strict policy, one nonce per answer. */
const page: Connect.NextHandleFunction = (request, response, next) => {
  const path = request.url?.split("?")[0] ?? "/";
  if (path.startsWith("/assets/") || /\.\w+$/.test(path)) {
    return next();
  }
  const nonce = randomBytes(16).toString("base64");
  response.setHeader(
    "Content-Security-Policy",
    `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`,
  );
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(readFileSync("dist/index.html", "utf8").replace("__CSP_NONCE__", nonce));
};

const api: Connect.NextHandleFunction = async (request, response, next) => {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname === "/oauth2/authorization/lethe" || url.pathname === "/login") {
    return signIn(request, response);
  }
  if (url.pathname === "/logout") {
    response.setHeader("Set-Cookie", "SESSION=; Path=/; Max-Age=0");
    response.setHeader("Location", "/");
    response.statusCode = 204;
    return response.end();
  }
  if (!url.pathname.startsWith("/api/")) {
    return next();
  }
  const who = /SESSION=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const account = who ? accounts[who] : undefined;
  const raw = await bytesOf(request);
  const given = account
    ? answer({
        me: account,
        method: request.method ?? "GET",
        path: url.pathname,
        url,
        raw,
        body: request.headers["content-type"]?.startsWith("application/json") ? JSON.parse(String(raw)) : {},
        header: (name) => request.headers[name]?.toString(),
      })
    : { status: 401, body: { type: "urn:lethe:problem:unauthenticated" } };
  if (request.method !== "GET") {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  response.statusCode = given.status;
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    response.setHeader(name, value);
  }
  if (Buffer.isBuffer(given.body)) {
    return response.end(given.body);
  }
  if (typeof given.body === "string") {
    response.setHeader("Content-Type", "text/csv");
    return response.end(given.body);
  }
  response.setHeader("Content-Type", given.status < 400 ? "application/json" : "application/problem+json");
  response.end(JSON.stringify(given.body));
};

async function signIn(request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    const form = new URLSearchParams(await textOf(request));
    const name = form.get("username") ?? "";
    response.setHeader("Set-Cookie", [`SESSION=${name}; Path=/`, "XSRF-TOKEN=stand-in; Path=/"]);
    response.setHeader("Location", form.get("to") || "/");
    response.statusCode = 302;
    return response.end();
  }
  const to = new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get("to") ?? "/";
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(
    `<!doctype html><form method="post" action="/login"><input type="hidden" name="to" value="${encodeURI(to)}"><input name="username"><input name="password" type="password"><button type="submit">Sign in</button></form>`,
  );
}

async function textOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request)).toString("utf8");
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
