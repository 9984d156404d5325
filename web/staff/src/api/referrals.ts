import type { Answered } from "./answered.ts";
import type { Answer, Path } from "./operation.ts";
import type { components } from "./served/cases.ts";
import type { Compartment, Items } from "./types.ts";

type Schemas = components["schemas"];

/** Referrals to a service of the agency or a partner outside it, and what permits the sharing. */
export type Recipient = Answered<Schemas["RecipientView"]>;
export type Referral = Omit<Answered<Schemas["ReferralView"]>, "compartments"> & {
  compartments: Compartment[];
};
export type ReferralAnswer = Referral["answers"][number];
export type Outcome = Referral["state"];
export type NewReferral = Omit<Schemas["ReferralRequest"], "compartments"> & { compartments: Compartment[] };
export type NewAnswer = Schemas["AnswerRequest"];
/** What permits the sharing, or what is missing and by which purposes it could be had. */
export type Coverage = Omit<Answered<Schemas["Sharing"]>, "uncovered"> & { uncovered: Compartment[] };

export interface ReferralPaths {
  "/api/cases/recipients": { get: Answer<Items<Recipient>> };
  "/api/cases/files/{fileId}/referrals": {
    get: Answer<Items<Referral>, Path<"fileId">>;
    post: Answer<{ referralId: string }, Path<"fileId">, NewReferral>;
  };
  "/api/cases/files/{fileId}/referrals/check": {
    post: Answer<
      Coverage,
      Path<"fileId">,
      { recipient: string; partner?: string; compartments: Compartment[] }
    >;
  };
  "/api/cases/files/{fileId}/referrals/{referralId}/answers": {
    post: Answer<object, Path<"fileId" | "referralId">, NewAnswer>;
  };
}
