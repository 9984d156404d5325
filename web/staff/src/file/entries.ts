import type { ComponentType, ReactNode } from "react";
import type { Problem } from "../api/problem.ts";
import type { Author, CaseFile } from "../api/types.ts";
import type { AnySheet } from "../draft/writing.ts";

/**
 * Understands what may stand in a file's timeline, whichever subject it belongs to. A subject joins by exporting one
 * Source and adding it to sources.ts; the timeline sorts, filters, numbers and frames what the sources give.
 */
export const entryKinds = ["contact", "assessment", "referral", "third-party"] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Entry {
  kind: EntryKind;
  /** Unique in the file; the address's #fragment leads to it. */
  id: string;
  /** The day by which it is ordered and under which it stands. */
  date: string;
  /** Orders entries of the same day; absent while it is on its way to the server. */
  recordedAt?: string;
  /** Absent where nobody's words stand any more. */
  author?: Author;
  /** Sent and not yet recorded: shown as "enregistrement…", or why it waits. */
  underway?: "saving" | "waiting";
  /** A word or two beside the date: corrected, awaiting an answer… */
  marks?: ReactNode;
  /** Set once it was erased: it is then drawn as a quiet gap and its body is not. */
  gap?: Gap;
  /** What stands below the heading. It may hold forms of its own; the article around it takes the focus for J and K. */
  render: () => ReactNode;
}

export interface Gap {
  erasedOn?: string | null;
  certificateId?: string | null;
}

/** What a source knows of one file at this moment. */
export interface Reading {
  entries: Entry[];
  pending?: boolean;
  /** The one of its entries that is written on: it is shown however far back it stands. */
  inHand?: string | undefined;
  /** Why its entries could not be read; the rest of the timeline is shown all the same. */
  problem?: Problem | null;
  retry?: () => void;
}

/** One kind of entry: how it is read and, if people may write it, where. */
export interface Source {
  kind: EntryKind;
  /** A hook: it may query, and offer keys of its own (useOffer). */
  useEntries: (file: CaseFile) => Reading;
  write?: Writer;
  /** Sheets that are written on inside its entries, so that an address can open them again. */
  within?: readonly AnySheet[];
  /** What is said above the timeline after something happened, such as the way back. */
  Notes?: ComponentType<{ fileId: string }>;
}

export interface Writer {
  /** The letter that opens it, as produced; words come from file.write.<kind> and file.resume.<kind>. */
  press?: string;
  icon: ComponentType<{ size?: number; "aria-hidden"?: boolean }>;
  /** Works without the file, so that writing goes on while the file is unreadable. */
  withoutFile?: boolean;
  /** What is written on; its kind names the desk and the draft. */
  sheet: AnySheet;
  /**
   * The open form, shown while the desk of its sheet is open (draft/useDesk.ts). Acting "close" or "discard" there, or
   * sending, takes it away and gives the focus back to the button that opened it.
   */
  Form: ComponentType<{ fileId: string }>;
}
