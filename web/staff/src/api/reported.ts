import type { Answered } from "./answered.ts";
import type { Answer, Path } from "./operation.ts";
import type { components } from "./served/cases.ts";
import type { Items } from "./types.ts";

type Schemas = components["schemas"];

/** Information that a third party reported about a person (GDPR 14), and what is due because of it. */
export const SOURCES = [
  "neighbour",
  "relative",
  "school",
  "doctor",
  "police",
  "service",
  "anonymous",
  "other",
] as const;
export type SourceKind = (typeof SOURCES)[number];

export const RELIABILITIES = ["first-hand", "hearsay", "unverified", "contradicted"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const EXCEPTIONS = ["child-in-danger", "adult-at-risk", "secrecy", "already-known"] as const;
export type Exception = (typeof EXCEPTIONS)[number];

export type Information = Answered<Schemas["InformationView"]>;
export type Source = NonNullable<Information["source"]>;
export type PersonNotice = Information["notice"];
export type NewInformation = Schemas["ThirdPartyRequestsReceiveRequest"];
export type Review = Schemas["ThirdPartyRequestsReviewRequest"]["outcome"];

type About = Path<"fileId" | "informationId">;

export interface ThirdPartyPaths {
  "/api/cases/files/{fileId}/third-party": {
    get: Answer<Items<Information>, Path<"fileId">>;
    post: Answer<{ informationId: string; noticeDueOn: string }, Path<"fileId">, NewInformation>;
  };
  "/api/cases/files/{fileId}/third-party/{informationId}/notice": {
    post: Answer<object, About, { on: string }>;
  };
  "/api/cases/files/{fileId}/third-party/{informationId}/notice-exception": {
    post: Answer<object, About, { reason: Exception; reasonText: string }>;
  };
  "/api/cases/files/{fileId}/third-party/{informationId}/review": {
    post: Answer<object, About, { outcome: Review; reasonText?: string }>;
  };
}
