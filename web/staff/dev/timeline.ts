import type { CaseFile, Contact, TimelinePage } from "../src/api/types.ts";

/** Hands out a file as the service does: its newest contacts, what there is in all, and page after page of the rest. */
export function opened(file: CaseFile, url: URL): CaseFile {
  const contacts = inOrder(file).slice(0, limitOf(url));
  return { ...file, contacts, next: placeBehind(file, contacts), timeline: toldOf(file) };
}

export function pageOf(file: CaseFile, url: URL): TimelinePage {
  const all = inOrder(file);
  const after = url.searchParams.get("after");
  const from = all.findIndex(({ contactId }) => contactId === after) + 1;
  const contacts = all.slice(from, from + limitOf(url));
  return { contacts, changed: false, next: placeBehind(file, contacts) };
}

const limitOf = (url: URL) => Number(url.searchParams.get("limit") ?? 50);

function inOrder(file: CaseFile) {
  return [...file.contacts].sort(
    (a, b) => b.date.localeCompare(a.date) || b.recordedAt.localeCompare(a.recordedAt),
  );
}

function placeBehind(file: CaseFile, contacts: CaseFile["contacts"]): string | null {
  const last = contacts.at(-1)?.contactId;
  return last && last !== inOrder(file).at(-1)?.contactId ? last : null;
}

function toldOf({ contacts }: CaseFile): CaseFile["timeline"] {
  const years = shares(contacts, ({ date }) => Number(date.slice(0, 4)));
  const authors = shares(contacts, ({ author }) => author.id);
  return {
    contacts: contacts.length,
    oldestOn: contacts.map(({ date }) => date).sort()[0] ?? null,
    years: years.map(([year, of]) => ({ year, contacts: of.length })).sort((a, b) => b.year - a.year),
    authors: authors.flatMap(([, of]) => (of[0] ? [{ author: of[0].author, contacts: of.length }] : [])),
  };
}

function shares<K>(contacts: Contact[], of: (contact: Contact) => K): [K, Contact[]][] {
  const shares = new Map<K, Contact[]>();
  for (const contact of contacts) {
    shares.set(of(contact), [...(shares.get(of(contact)) ?? []), contact]);
  }
  return [...shares];
}
