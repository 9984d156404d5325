import type { NewReferral } from "../api/referrals.ts";
import type { Compartment } from "../api/types.ts";
import { monthAfter } from "../dates/days.ts";
import type { Sheet } from "../draft/writing.ts";
import { written } from "../words/written.ts";

/** Understands a referral being written: to whom, what is shared, what is asked, when to ask again. */
export interface ReferralDraft {
  recipient: string;
  partner: string;
  compartments: Compartment[];
  text: string;
  date: string;
  followUpOn: string;
}

/** What can be told of at all; evidence of consents and rights is nobody else's. */
export const SHAREABLE: readonly Compartment[] = ["identity", "narrative", "coding", "health", "third-party"];

/** The recipient that stands for many: which of them is to be said. */
export const TO_BE_NAMED = "partners";

export const referralSheet: Sheet<ReferralDraft> = {
  kind: "referral",
  blank: (today) => ({
    recipient: "",
    partner: "",
    compartments: ["identity"],
    text: "",
    date: today,
    followUpOn: monthAfter(today),
  }),
  begun: ({ text, partner, recipient }) =>
    written(text) !== "" || written(partner) !== "" || recipient !== "",
};

export interface ReferralTrouble {
  recipient?: "recipient";
  partner?: "partner";
  compartments?: "compartments";
  text?: "text";
  date?: "date" | "ahead";
  followUpOn?: "followUp";
}

export function troubleIn(draft: ReferralDraft, today: string): ReferralTrouble {
  const named = draft.recipient === TO_BE_NAMED;
  return {
    ...(draft.recipient === "" ? { recipient: "recipient" as const } : {}),
    ...(named && written(draft.partner) === "" ? { partner: "partner" as const } : {}),
    ...(draft.compartments.length === 0 ? { compartments: "compartments" as const } : {}),
    ...(written(draft.text) === "" ? { text: "text" as const } : {}),
    ...(draft.date === "" ? { date: "date" as const } : {}),
    ...(draft.date > today ? { date: "ahead" as const } : {}),
    ...(draft.followUpOn === "" || draft.followUpOn < today ? { followUpOn: "followUp" as const } : {}),
  };
}

export function asNewReferral({ partner, ...draft }: ReferralDraft): NewReferral {
  return { ...draft, ...(draft.recipient === TO_BE_NAMED ? { partner: written(partner) } : {}) };
}
