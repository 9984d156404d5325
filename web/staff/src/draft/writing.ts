import type { Problem } from "../api/problem.ts";
import type { Text } from "./text.ts";
import type { Change } from "./together.ts";

/**
 * Understands the writing of one kind of text on one file: the text under the pen, those on their way, those refused.
 * No action loses a text: a refused one returns to the pen, or waits beside a text already begun.
 */
export interface Writing<D> {
  open: boolean;
  draft: D | null;
  /** What the text under the pen is called from its first word until it is recorded, wherever it is kept or sent. */
  key?: string;
  /** Why the text under the pen came back. */
  refusal: Problem | null;
  waiting: Waiting<D>[];
  sent: Sent<D>[];
  discarded: D | null;
  /** What the discarded text was called, and is called again once it is taken back. */
  discardedKey?: string;
}

export interface Waiting<D> {
  draft: D;
  key?: string;
  /** Null when it was only interrupted. */
  problem: Problem | null;
}

export interface Sent<D> {
  key: string;
  draft: D;
  /** Set while there is no network: it goes by itself when the network is back. */
  waits?: boolean;
  /** Set once the server has recorded it, until the file read back shows it. */
  recordedAs?: string;
}

/** What is written on: when a text counts as begun, and how an empty sheet looks. */
export interface Sheet<D extends object> {
  kind: DraftKind;
  blank: (today: string) => D;
  begun: (draft: D) => boolean;
}

/** A sheet of whatever is written on it. */
export interface AnySheet {
  kind: DraftKind;
  blank: (today: string) => object;
  begun: (draft: never) => boolean;
}

export const draftKinds = ["contact", "correction", "assessment", "referral", "third-party"] as const;
export type DraftKind = (typeof draftKinds)[number];

export type Act<D> =
  | { do: "open"; today: string }
  | { do: "start"; draft: D }
  | { do: "edit"; change: Partial<D> }
  | { do: "close" }
  | { do: "discard" }
  | { do: "undo discard" }
  | { do: "send"; key: string }
  | { do: "wait"; key: string }
  | { do: "accepted"; key: string; id: string }
  | { do: "refused"; key: string; problem: Problem }
  | { do: "take back" }
  | { do: "take back sent"; key: string }
  | { do: "restore"; texts: D[]; keys?: string[] }
  | { do: "call"; key: string }
  | { do: "bring together"; change: Change }
  | { do: "read back"; ids: readonly string[] };

export function blankDesk<D>(): Writing<D> {
  return { open: false, draft: null, refusal: null, waiting: [], sent: [], discarded: null };
}

export function write<D extends object>(sheet: Sheet<D>, now: Writing<D>, act: Act<D>): Writing<D> {
  const begun = now.draft !== null && sheet.begun(now.draft);
  switch (act.do) {
    case "open":
      return { ...now, open: true, draft: now.draft ?? sheet.blank(act.today), discarded: null };
    case "start":
      return begun && now.draft
        ? {
            ...now,
            open: true,
            draft: act.draft,
            key: undefined,
            refusal: null,
            waiting: [...now.waiting, waitingOf(now.draft, now.key, now.refusal)],
          }
        : { ...now, open: true, draft: act.draft, key: undefined, refusal: null, discarded: null };
    case "edit":
      return now.draft ? { ...now, draft: { ...now.draft, ...act.change } } : now;
    case "close":
      return { ...now, open: false, draft: begun ? now.draft : null };
    case "discard":
      return {
        ...now,
        open: false,
        draft: null,
        key: undefined,
        refusal: null,
        discarded: begun ? now.draft : null,
        discardedKey: now.key,
      };
    case "undo discard":
      return now.discarded
        ? { ...now, open: true, draft: now.discarded, key: now.discardedKey, discarded: null }
        : now;
    case "send":
      return now.draft
        ? {
            ...now,
            open: false,
            draft: null,
            key: undefined,
            refusal: null,
            sent: [{ key: act.key, draft: now.draft }, ...now.sent],
          }
        : now;
    case "wait":
      return { ...now, sent: now.sent.map((one) => (one.key === act.key ? { ...one, waits: true } : one)) };
    case "accepted":
      return {
        ...now,
        sent: now.sent.map(({ waits: _, ...one }) =>
          one.key === act.key ? { ...one, recordedAs: act.id } : one,
        ),
      };
    case "refused":
      return returned(now, begun, act.key, act.problem);
    case "take back":
      return takeBack(now, begun);
    case "take back sent":
      return returned(now, begun, act.key, null);
    case "restore":
      return restored(now, begun, act.texts, act.keys ?? []);
    case "call":
      return now.draft ? { ...now, key: act.key } : now;
    case "bring together":
      return broughtTogether(now, begun, act.change);
    case "read back":
      return {
        ...now,
        sent: now.sent.filter((one) => !one.recordedAs || !act.ids.includes(one.recordedAs)),
      };
  }
}

function returned<D>(now: Writing<D>, begun: boolean, key: string, problem: Problem | null): Writing<D> {
  const one = now.sent.find((each) => each.key === key);
  if (!one) {
    return now;
  }
  const sent = now.sent.filter((each) => each.key !== key);
  // Something else was recorded under its key: sent once more, it is another text.
  const called = problem?.code === "key-used" ? undefined : key;
  return begun
    ? { ...now, sent, waiting: [...now.waiting, waitingOf(one.draft, called, problem)] }
    : { ...now, sent, open: true, draft: one.draft, key: called, refusal: problem };
}

/** The waiting text and the one under the pen change places. */
function takeBack<D>(now: Writing<D>, begun: boolean): Writing<D> {
  const [first, ...rest] = now.waiting;
  if (!first) {
    return now;
  }
  const aside = begun && now.draft ? [waitingOf(now.draft, now.key, now.refusal)] : [];
  return {
    ...now,
    open: true,
    draft: first.draft,
    key: first.key,
    refusal: first.problem,
    waiting: [...rest, ...aside],
  };
}

/** Texts found again take the pen if it is free; else they wait beside it. */
function restored<D>(now: Writing<D>, begun: boolean, texts: D[], keys: string[]): Writing<D> {
  const [first] = texts;
  if (first === undefined) {
    return now;
  }
  const all = texts.map((draft, at) => waitingOf(draft, keys[at], null));
  return begun
    ? { ...now, waiting: [...now.waiting, ...all] }
    : { ...now, draft: first, key: keys[0], waiting: [...now.waiting, ...all.slice(1)] };
}

/** What was written elsewhere comes to the desk; what is on its way from here stays on its way. */
function broughtTogether<D>(now: Writing<D>, begun: boolean, change: Change): Writing<D> {
  const called = (key: string | undefined) => change.parted.find(({ from }) => from === key)?.to ?? key;
  const other = (key: string | undefined) => change.replaced.find((one) => one.key === key)?.draft as D;
  const gone = (key: string | undefined) => key !== undefined && change.gone.includes(key);
  const waiting = now.waiting
    .filter((one) => !gone(one.key))
    .map((one) => waitingOf(other(one.key) ?? one.draft, called(one.key), one.problem));
  const left = gone(now.key)
    ? { ...now, open: false, draft: null, key: undefined, refusal: null, waiting }
    : { ...now, draft: other(now.key) ?? now.draft, key: called(now.key), waiting };
  return restored(
    left,
    begun && left.draft !== null,
    change.added.map((one) => one.draft as D),
    change.added.map((one) => one.key),
  );
}

function waitingOf<D>(draft: D, key: string | undefined, problem: Problem | null): Waiting<D> {
  return key === undefined ? { draft, problem } : { draft, key, problem };
}

/** Every text that the server has not recorded, the one under the pen first. */
export function unrecorded<D extends object>(sheet: Sheet<D>, now: Writing<D>): D[] {
  return unrecordedTexts(sheet, now).map((one) => one.draft as D);
}

/** The same, with what they are called. */
export function unrecordedTexts<D extends object>(sheet: Sheet<D>, now: Writing<D>): Text[] {
  return [
    ...(now.draft !== null && sheet.begun(now.draft) ? [{ key: now.key ?? "", draft: now.draft }] : []),
    ...now.waiting.map(({ key, draft }) => ({ key: key ?? "", draft })),
    ...now.sent.filter((one) => !one.recordedAs),
  ].map(({ key, draft }) => ({ key, draft }));
}
