import type { CaseFile } from "../api/types.ts";
import { type Entry, type EntryKind, entryKinds } from "./entries.ts";

/** Understands which entries of a timeline are looked at: by kind, by author, by period. Codes only, since it is in the address. */
export interface TimelineFilter {
  kind?: EntryKind;
  /** The author's id. */
  by?: string;
  /** "3m", "12m", or a year: "y2024". */
  period?: string;
}

const RECENT: Record<string, number> = { "3m": 3, "12m": 12 };
const YEAR = /^y\d{4}$/;

/** Drops what is no filter: addresses are typed and shared. */
export function filterOf(search: Record<string, unknown>): TimelineFilter {
  const kind = entryKinds.find((one) => one === search.kind);
  const by = typeof search.by === "string" && /^[\w-]{1,64}$/.test(search.by) ? search.by : undefined;
  const period = typeof search.period === "string" ? search.period : "";
  return {
    ...(kind ? { kind } : {}),
    ...(by ? { by } : {}),
    ...(period in RECENT || YEAR.test(period) ? { period } : {}),
  };
}

type Placed = Pick<Entry, "date" | "recordedAt" | "underway">;

function newerFirst(a: Placed, b: Placed): number {
  return (
    b.date.localeCompare(a.date) ||
    Number(b.underway !== undefined) - Number(a.underway !== undefined) ||
    (b.recordedAt ?? "").localeCompare(a.recordedAt ?? "")
  );
}

export function newestFirst(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(newerFirst);
}

/**
 * As far as nothing is missing: while contacts were not read, what stands behind the last that was waits for them. What is on
 * its way waits for nothing.
 */
export function downTo(entries: readonly Entry[], last: Placed): Entry[] {
  return entries.filter((entry) => entry.underway !== undefined || newerFirst(entry, last) <= 0);
}

/** What is on its way is always shown: nobody hides what they have just written. */
export function looked(entries: readonly Entry[], filter: TimelineFilter, today: string): Entry[] {
  return entries.filter(
    (entry) =>
      entry.underway !== undefined ||
      ((!filter.kind || entry.kind === filter.kind) &&
        (!filter.by || entry.author?.id === filter.by) &&
        (!filter.period || within(filter.period, entry.date, today))),
  );
}

export function within(period: string, date: string, today: string): boolean {
  const months = RECENT[period];
  return months === undefined ? date.startsWith(period.slice(1)) : date > monthsBefore(today, months);
}

/** The same day, so many months earlier; the month's last day where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export interface Choices {
  kinds: EntryKind[];
  authors: { id: string; name: string | null }[];
  periods: string[];
}

/**
 * What can be chosen among these entries, and the contacts that were not read yet; a question with one answer is not asked.
 */
export function choicesIn(entries: readonly Entry[], today: string, told?: CaseFile["timeline"]): Choices {
  const kinds = entryKinds.filter((kind) => entries.some((entry) => entry.kind === kind));
  const authors = [
    ...new Map(
      [...entries.map(({ author }) => author), ...(told?.authors ?? []).map(({ author }) => author)].flatMap(
        (author) => (author ? [[author.id, author.name ?? null] as const] : []),
      ),
    ),
  ].map(([id, name]) => ({ id, name }));
  const days = [...entries.map(({ date }) => date), ...(told?.oldestOn ? [told.oldestOn] : [])];
  const years = [
    ...new Set([
      ...days.map((date) => `y${date.slice(0, 4)}`),
      ...(told?.years ?? []).map(({ year }) => `y${year}`),
    ]),
  ]
    .sort()
    .reverse();
  const recent = Object.keys(RECENT).filter(
    (period) =>
      days.some((date) => within(period, date, today)) && !days.every((date) => within(period, date, today)),
  );
  return {
    kinds: kinds.length > 1 ? kinds : [],
    authors: authors.length > 1 ? authors : [],
    periods: [...recent, ...(years.length > 1 ? years : [])],
  };
}
