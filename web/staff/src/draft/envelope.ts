import type { Text } from "./text.ts";

/** Where the pen was. */
export interface Caret {
  /** The id of the field. */
  field: string;
  at: number;
}

/** Understands what is kept of a desk: every text not recorded, the one under the pen first, and where the pen was. */
export interface Envelope {
  texts: object[];
  /** What each text is called, in the same order; who wrote before texts were called anything says none. */
  keys?: string[];
  /** When each was last written on, in the same order. */
  ats?: number[];
  caret: Caret | null;
  /** By the clock of the workstation that wrote it. */
  writtenAt: number;
}

export function isEnvelope(kept: unknown): kept is Envelope {
  const { texts, writtenAt } = (kept ?? {}) as Partial<Envelope>;
  return Array.isArray(texts) && typeof writtenAt === "number";
}

/** The texts with what they are called. */
export function textsOf({ texts, keys, ats }: Envelope): Text[] {
  return texts.map((draft, place) => {
    const at = ats?.[place];
    return { key: keys?.[place] ?? crypto.randomUUID(), draft, ...(at === undefined ? {} : { at }) };
  });
}

/** Of the copies here and on the server, the one that was written last. */
export function latestOf(...copies: unknown[]): Envelope | undefined {
  return copies.filter(isEnvelope).sort((a, b) => b.writtenAt - a.writtenAt)[0];
}

/** How safe what is written is, and why not safer. */
export interface Kept {
  state: "nothing" | "typing" | "kept" | "here" | "nowhere";
  reason?: Away;
  at?: number;
}

export type Away = "offline" | "signed-out" | "away" | "refused";

/** Why the server did not take a draft; what passes by itself is tried again. */
export function awayFor(status: number): Away {
  if (status === 0) {
    return "offline";
  }
  if (status === 401) {
    return "signed-out";
  }
  return status >= 500 || status === 429 || status < 0 ? "away" : "refused";
}

/** What the two places where drafts are kept make of it together. */
export function keptFrom(written: number, here: number, there: number, reason: Away | undefined): Kept {
  if (there >= written) {
    return { state: "kept", at: there };
  }
  if (!reason) {
    return { state: "typing" };
  }
  return here >= written ? { state: "here", reason, at: here } : { state: "nowhere", reason };
}
