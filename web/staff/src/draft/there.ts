import { answered, client } from "../api/client.ts";
import type { DraftRow } from "../api/types.ts";

/** Knows which drafts the server keeps for this person; asked once for all the desks of a page. */
const FRESH_MS = 2_000;
let asked: { rows: Promise<DraftRow[]>; at: number } | undefined;

export function draftsThere(): Promise<DraftRow[]> {
  if (!asked || Date.now() - asked.at > FRESH_MS) {
    const rows = answered(client.GET("/api/cases/drafts")).then(({ items }) => items);
    asked = { rows, at: Date.now() };
    rows.catch(forgetDraftsThere);
  }
  return asked.rows;
}

export function forgetDraftsThere(): void {
  asked = undefined;
}
