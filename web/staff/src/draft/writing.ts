import type { Problem } from "../api/problem.ts";

/**
 * Understands the writing of one kind of text on one file: the text under the pen, those on their way, those refused.
 * No action loses a text: a refused one returns to the pen, or waits beside a text already begun.
 */
export interface Writing<D> {
  open: boolean;
  draft: D | null;
  /** Why the text under the pen came back. */
  refusal: Problem | null;
  waiting: Waiting<D>[];
  sent: Sent<D>[];
  discarded: D | null;
}

export interface Waiting<D> {
  draft: D;
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
  | { do: "restore"; texts: D[] }
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
            refusal: null,
            waiting: [...now.waiting, { draft: now.draft, problem: now.refusal }],
          }
        : { ...now, open: true, draft: act.draft, refusal: null, discarded: null };
    case "edit":
      return now.draft ? { ...now, draft: { ...now.draft, ...act.change } } : now;
    case "close":
      return { ...now, open: false, draft: begun ? now.draft : null };
    case "discard":
      return {
        ...now,
        open: false,
        draft: null,

        refusal: null,
        discarded: begun ? now.draft : null,
      };
    case "undo discard":
      return now.discarded ? { ...now, open: true, draft: now.discarded, discarded: null } : now;
    case "send":
      return now.draft
        ? {
            ...now,
            open: false,
            draft: null,

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
      return restored(now, begun, act.texts);
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
  return begun
    ? { ...now, sent, waiting: [...now.waiting, { draft: one.draft, problem }] }
    : { ...now, sent, open: true, draft: one.draft, refusal: problem };
}

/** The waiting text and the one under the pen change places. */
function takeBack<D>(now: Writing<D>, begun: boolean): Writing<D> {
  const [first, ...rest] = now.waiting;
  if (!first) {
    return now;
  }
  const aside = begun && now.draft ? [{ draft: now.draft, problem: now.refusal }] : [];
  return { ...now, open: true, draft: first.draft, refusal: first.problem, waiting: [...rest, ...aside] };
}

/** Texts found again take the pen if it is free; else they wait beside it. */
function restored<D>(now: Writing<D>, begun: boolean, texts: D[]): Writing<D> {
  const [first, ...rest] = texts;
  if (first === undefined) {
    return now;
  }
  const waiting = (drafts: D[]) => [...now.waiting, ...drafts.map((draft) => ({ draft, problem: null }))];
  return begun ? { ...now, waiting: waiting(texts) } : { ...now, draft: first, waiting: waiting(rest) };
}

/** Every text that the server has not recorded, the one under the pen first. */
export function unrecorded<D extends object>(sheet: Sheet<D>, now: Writing<D>): D[] {
  return [
    ...(now.draft !== null && sheet.begun(now.draft) ? [now.draft] : []),
    ...now.waiting.map((one) => one.draft),
    ...now.sent.filter((one) => !one.recordedAs).map((one) => one.draft),
  ];
}
