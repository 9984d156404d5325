import type { Problem } from "../api/problem.ts";
import type { Contact, NewContact } from "../api/types.ts";

/**
 * Understands the writing of contacts on one file: the text under the pen, those on their way, those refused.
 * No action loses a text: a refused one returns to the pen, or waits beside a text already begun.
 */
export interface Draft {
  date: string;
  text: string;
  codes: string[];
}

export interface Sent {
  key: string;
  draft: Draft;
  /** Set once the server has recorded it, until the file read back shows it. */
  contactId?: string;
}

export interface Writing {
  open: boolean;
  draft: Draft | null;
  /** Why the text under the pen came back. */
  refusal: Problem | null;
  waiting: { draft: Draft; problem: Problem }[];
  sent: Sent[];
  discarded: Draft | null;
}

export type Act =
  | { do: "open"; today: string }
  | { do: "edit"; change: Partial<Draft> }
  | { do: "close" }
  | { do: "discard" }
  | { do: "undo discard" }
  | { do: "send"; key: string }
  | { do: "accepted"; key: string; contactId: string }
  | { do: "refused"; key: string; problem: Problem }
  | { do: "take back" }
  | { do: "read back"; contactIds: string[] };

export const blank: Writing = {
  open: false,
  draft: null,
  refusal: null,
  waiting: [],
  sent: [],
  discarded: null,
};

export function write(now: Writing, act: Act): Writing {
  switch (act.do) {
    case "open":
      return {
        ...now,
        open: true,
        draft: now.draft ?? { date: act.today, text: "", codes: [] },
        discarded: null,
      };
    case "edit":
      return now.draft ? { ...now, draft: { ...now.draft, ...act.change } } : now;
    case "close":
      return { ...now, open: false, draft: begun(now.draft) ? now.draft : null };
    case "discard":
      return {
        ...now,
        open: false,
        draft: null,
        refusal: null,
        discarded: begun(now.draft) ? now.draft : null,
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
    case "accepted":
      return {
        ...now,
        sent: now.sent.map((one) => (one.key === act.key ? { ...one, contactId: act.contactId } : one)),
      };
    case "refused":
      return refused(now, act.key, act.problem);
    case "take back":
      return takeBack(now);
    case "read back":
      return {
        ...now,
        sent: now.sent.filter((one) => !one.contactId || !act.contactIds.includes(one.contactId)),
      };
  }
}

function refused(now: Writing, key: string, problem: Problem): Writing {
  const one = now.sent.find((each) => each.key === key);
  if (!one) {
    return now;
  }
  const sent = now.sent.filter((each) => each.key !== key);
  return begun(now.draft)
    ? { ...now, sent, waiting: [...now.waiting, { draft: one.draft, problem }] }
    : { ...now, sent, open: true, draft: one.draft, refusal: problem };
}

/** The waiting text and the one under the pen change places. */
function takeBack(now: Writing): Writing {
  const [first, ...rest] = now.waiting;
  if (!first) {
    return now;
  }
  const aside = begun(now.draft) && now.draft ? [{ draft: now.draft, problem: first.problem }] : [];
  return { ...now, open: true, draft: first.draft, refusal: first.problem, waiting: [...rest, ...aside] };
}

export function begun(draft: Draft | null): boolean {
  return draft !== null && (draft.text.trim() !== "" || draft.codes.length > 0);
}

export type DraftTrouble = "textMissing" | "dateMissing" | "dateAhead";

export function troubleIn(draft: Draft, today: string): { date?: DraftTrouble; text?: DraftTrouble } {
  return {
    ...(draft.date === "" ? { date: "dateMissing" as const } : {}),
    ...(draft.date > today ? { date: "dateAhead" as const } : {}),
    ...(draft.text.trim() === "" ? { text: "textMissing" as const } : {}),
  };
}

export function asNewContact({ date, text, codes }: Draft): NewContact {
  return codes.length > 0 ? { date, text, codes } : { date, text };
}

/** One line of the timeline: recorded, or on its way. */
export type Entry =
  | { kind: "recorded"; key: string; contact: Contact }
  | { kind: "sent"; key: string; sent: Sent };

/** The file's contacts and those on their way, newest first. */
export function timeline(contacts: readonly Contact[], sent: readonly Sent[]): Entry[] {
  const known = new Set(contacts.map((contact) => contact.contactId));
  const underway: Entry[] = sent
    .filter((one) => !one.contactId || !known.has(one.contactId))
    .map((one) => ({ kind: "sent", key: one.contactId ?? one.key, sent: one }));
  const recorded: Entry[] = contacts.map((contact) => ({
    kind: "recorded",
    key: contact.contactId,
    contact,
  }));
  return [...underway, ...recorded].sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
}

function dayOf(entry: Entry): string {
  return entry.kind === "recorded" ? entry.contact.date : entry.sent.draft.date;
}
