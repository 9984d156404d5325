import { randomBytes, randomUUID } from "node:crypto";
import type { Answering } from "./asked.ts";
import { problem } from "./asked.ts";

/** Drafts and the keys for the browser's own, in memory, per member of staff. */
const drafts = new Map<
  string,
  { fileId: string; kind: string; draft: unknown; revisionId: string; savedAt: string }
>();
const keys = new Map<string, { id: string; key: string }[]>();

export const draftsAnswer: Answering = ({ me, method, path, body, url }) => {
  if (path === "/api/cases/draft-keys") {
    const mine = keys.get(me.id) ?? [{ id: randomUUID(), key: randomBytes(32).toString("base64url") }];
    keys.set(me.id, mine);
    return { status: 200, body: { keys: mine } };
  }
  if (path === "/api/cases/drafts") {
    const items = [...drafts]
      .filter(([name]) => name.startsWith(`${me.id}/`))
      .map(([, { fileId, kind, savedAt }]) => ({ fileId, kind, savedAt }));
    return { status: 200, body: { items } };
  }
  const match = /^\/api\/cases\/files\/([\w-]+)\/drafts\/([\w-]+)$/.exec(path);
  if (!match) {
    return undefined;
  }
  const [, fileId = "", kind = ""] = match;
  const name = `${me.id}/${fileId}/${kind}`;
  switch (method) {
    case "PUT": {
      if (drafts.get(name)?.revisionId !== body.revisionId) {
        return overtaken(name);
      }
      const savedAt = new Date().toISOString();
      const revisionId = randomUUID();
      drafts.set(name, { fileId, kind, draft: body.draft, revisionId, savedAt });
      return { status: 200, body: { revisionId, savedAt } };
    }
    case "DELETE":
      if (drafts.has(name) && drafts.get(name)?.revisionId !== url.searchParams.get("revisionId")) {
        return overtaken(name);
      }
      drafts.delete(name);
      return { status: 204 };
    default: {
      const found = drafts.get(name);
      return found
        ? { status: 200, body: { draft: found.draft, revisionId: found.revisionId, savedAt: found.savedAt } }
        : problem(404, "not-found");
    }
  }
};

function overtaken(name: string) {
  return problem(409, "edited-meanwhile", { revisionId: drafts.get(name)?.revisionId });
}
