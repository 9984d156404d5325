import type { Answered } from "./answered.ts";
import type { Answer, Path, Query } from "./operation.ts";
import type { components } from "./served/retention.ts";

type Schemas = components["schemas"];

/** What a service could not apply: every service answers alike. */
export type FailedMessage = Answered<Schemas["FailedMessagesView"]>;
export type Replayed = Answered<Schemas["ReplayOutcome"]>;

/** By the domain in their addresses. */
export const domains = ["cases", "consents", "retention", "reports"] as const;
export type Domain = (typeof domains)[number];

export type FailedPaths = {
  [D in Domain as `/api/${D}/failed-messages`]: {
    get: Answer<{ items: FailedMessage[]; total: number }, Query<{ ended?: boolean; page?: number }>>;
  };
} & {
  [D in Domain as `/api/${D}/failed-messages/{id}/${"replay" | "passing-over"}`]: {
    post: Answer<Replayed, Path<"id">>;
  };
};
