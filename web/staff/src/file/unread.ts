import type { CaseFile, Contact } from "../api/types.ts";
import { type TimelineFilter, within } from "./filters.ts";

/** What of a file was read, and what there is in all. */
export type Read = Pick<CaseFile, "contacts" | "next" | "timeline">;

/** Of a file that cannot be read. */
export const nothingRead: Read = {
  contacts: [],
  next: null,
  timeline: { contacts: 0, oldestOn: null, authors: [], years: [] },
};

/** Where the contacts that were read end: nothing is missing down to there. */
export function lastOf(contacts: readonly Contact[]): Pick<Contact, "date" | "recordedAt"> {
  return contacts.at(-1) ?? { date: "9999-12-31", recordedAt: "" };
}

/** How many contacts of a file were not read yet and may be among what is looked at: the file tells so without opening them. */
export function unreadOf(file: Read, filter: TimelineFilter, today: string): number {
  if (!file.next || (filter.kind && filter.kind !== "contact")) {
    return 0;
  }
  const { contacts, timeline } = file;
  const bounds = [timeline.contacts - contacts.length];
  if (filter.by) {
    const written = timeline.authors.find(({ author }) => author.id === filter.by)?.contacts ?? 0;
    bounds.push(written - contacts.filter(({ author }) => author.id === filter.by).length);
  }
  const year = filter.period?.startsWith("y") ? filter.period.slice(1) : undefined;
  if (year) {
    const of = timeline.years.find((one) => String(one.year) === year)?.contacts ?? 0;
    bounds.push(of - contacts.filter(({ date }) => date.startsWith(year)).length);
  } else if (filter.period && !within(filter.period, contacts.at(-1)?.date ?? today, today)) {
    return 0;
  }
  const most = Math.min(...bounds);
  // Without a filter the file itself says whether there is more: what is counted may be a moment older.
  return filter.by || year ? Math.max(0, most) : Math.max(1, most);
}
