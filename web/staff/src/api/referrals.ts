import type { Answer, Path } from "./operation.ts";
import type { Author, Compartment, Items } from "./types.ts";

/** Referrals to a service of the agency or a partner outside it, and what permits the sharing. */
export interface Recipient {
  code: string;
  label: string;
  kind: "agency" | "partner";
}

export type Outcome = "waiting" | "accepted" | "refused" | "no-answer";

export interface ReferralAnswer {
  answerId: string;
  outcome: Outcome;
  text?: string | null;
  answeredOn: string;
  author: Author;
}

export interface Referral {
  referralId: string;
  recipient: string;
  recipientLabel: string;
  partner?: string | null;
  purpose?: string | null;
  purposeLabel?: string | null;
  consentId?: string | null;
  /** When the consent it rests on was withdrawn, or lapsed. */
  consentEndedOn?: string | null;
  compartments: Compartment[];
  /** Null when it can no longer be read. */
  text?: string | null;
  date: string;
  followUpOn?: string | null;
  state: Outcome;
  author: Author;
  at: string;
  answers: ReferralAnswer[];
}

export interface NewReferral {
  recipient: string;
  partner?: string;
  compartments: Compartment[];
  text: string;
  date: string;
  followUpOn: string;
}

export interface NewAnswer {
  outcome: Outcome;
  text?: string;
  answeredOn: string;
  followUpOn?: string;
}

/** What permits the sharing, or what is missing and by which purposes it could be had. */
export interface Coverage {
  permitted: boolean;
  basis?: {
    purpose?: string | null;
    label?: string | null;
    legalBasis?: string | null;
    consentId?: string | null;
  } | null;
  uncovered: Compartment[];
  purposes: { code: string; label: string; consentRequired: boolean }[];
}

export interface ReferralPaths {
  "/api/cases/recipients": { get: Answer<Items<Recipient>> };
  "/api/cases/files/{fileId}/referrals": {
    get: Answer<Items<Referral>, Path<"fileId">>;
    post: Answer<{ referralId: string }, Path<"fileId">, NewReferral>;
  };
  "/api/cases/files/{fileId}/referrals/check": {
    post: Answer<Coverage, Path<"fileId">, { recipient: string; compartments: Compartment[] }>;
  };
  "/api/cases/files/{fileId}/referrals/{referralId}/answers": {
    post: Answer<object, Path<"fileId" | "referralId">, NewAnswer>;
  };
}
