import type { CaseFile, TimelinePage } from "../api/types.ts";

/** As many contacts as stand on a page. */
export const PAGE = 50;

/** As many as the service gives at a time, to whoever waits for all of them. */
export const MOST = 500;

/** After so many changes in a row, what was read stands, and the next look sees the rest. */
const TRIES = 3;

/** How the pages of a file are asked for. */
export interface Ask {
  first: (limit: number) => Promise<CaseFile>;
  after: (place: string, limit: number) => Promise<TimelinePage>;
}

/** Puts a page behind what is read; each contact stands there once. */
export function withPage(file: CaseFile, page: TimelinePage): CaseFile {
  const had = new Set(file.contacts.map((one) => one.contactId));
  return {
    ...file,
    contacts: [...file.contacts, ...page.contacts.filter((one) => !had.has(one.contactId))],
    next: page.next ?? null,
  };
}

/**
 * Reads a file as far as its reader has come, which may be further while it is read. What changed in between among that is
 * read from the start.
 */
export async function readAsFar(ask: Ask, asFarAs: () => number): Promise<CaseFile> {
  for (let again = 1; ; again++) {
    let changed = false;
    let file = await ask.first(Math.min(Math.max(asFarAs(), PAGE), MOST));
    while (file.next && file.contacts.length < asFarAs() && !changed) {
      const missing = asFarAs() - file.contacts.length;
      const page = await ask.after(file.next, Math.min(missing, MOST));
      file = withPage(file, page);
      changed = page.changed && again < TRIES;
    }
    if (!changed) {
      return file;
    }
  }
}
