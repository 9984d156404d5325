import type { Answer, Path } from "./operation.ts";
import type { Author, Items } from "./types.ts";

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

export const EXCEPTIONS = ["child-in-danger", "secrecy", "already-known"] as const;
export type Exception = (typeof EXCEPTIONS)[number];

export interface Source {
  kind: SourceKind;
  name?: string | null;
  details?: string | null;
}

export interface PersonNotice {
  state: "due" | "late" | "given" | "excepted";
  on?: string | null;
  reason?: Exception | null;
  reasonText?: string | null;
}

export interface Information {
  informationId: string;
  receivedOn: string;
  text?: string | null;
  reliability?: Reliability | null;
  source?: Source | null;
  noticeDueOn: string;
  notice: PersonNotice;
  nextReviewOn?: string | null;
  state: "open" | "kept" | "dismissed" | "erased";
  dismissedOn?: string | null;
  erasedOn?: string | null;
  certificateId?: string | null;
  author: Author;
  at: string;
}

export interface NewInformation {
  receivedOn: string;
  text: string;
  reliability: Reliability;
  source: { kind: SourceKind; name?: string; details?: string };
}

export type Review = "kept" | "dismissed";

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
