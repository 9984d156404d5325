import type { Answered } from "./answered.ts";
import type { Answer, Path, Query } from "./operation.ts";
import type { components } from "./served/cases.ts";

type Schemas = components["schemas"];

/** A person's copy while it is reread, as case-service answers. */
export type Rereading = Answered<Schemas["RereadingView"]>;
export type CopyParts = NonNullable<Rereading["parts"]>;
/** A part of a long copy, in the division in which it is known. */
export interface PartAsked {
  part: number;
  division: string;
}
export type Passage = Rereading["passages"][number];
export type Proposal = Passage["proposals"][number];
export type Decided = Passage["masks"][number];
export type NewDecision = Schemas["RereadingDecisionRequest"];
export type MaskReason = NonNullable<NewDecision["reason"]>;

export const MASK_REASONS: MaskReason[] = ["private-life", "judgement", "conduct", "health", "source"];

export interface CopyPaths {
  "/api/cases/persons/{personId}/copy/rereading": {
    get: Answer<Rereading, Path<"personId"> & Query<Partial<PartAsked>>>;
  };
  "/api/cases/persons/{personId}/copy/decisions/{decisionId}": {
    put: Answer<undefined, Path<"personId" | "decisionId">, NewDecision>;
    delete: Answer<undefined, Path<"personId" | "decisionId">>;
  };
  "/api/cases/persons/{personId}/copy/confirmation": {
    post: Answer<
      object,
      Path<"personId"> & Query<Partial<PartAsked>>,
      { fingerprint: string; decisions: string[] }
    >;
  };
}
