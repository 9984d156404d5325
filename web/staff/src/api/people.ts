import type { Answer, Path } from "./operation.ts";
import type { HouseholdType, Named, Person } from "./types.ts";

/** Persons, their names and their households, as case-service answers. */
export interface PersonDetails {
  familyName: string;
  givenName?: string;
  birthDate?: string;
  address?: string;
  phone?: string;
  email?: string;
  householdType?: HouseholdType;
  /** Other names the person goes by. */
  aliases?: string[];
  /** Names the person had. */
  earlierNames?: string[];
}

export interface Duplicate {
  personId: string;
  fileId?: string | null;
  undoUntil: string;
  settled: boolean;
}

/** A person as their identity page reads them. */
export interface PersonRecord extends Person {
  revisionId?: string | null;
  householdId?: string | null;
  mergedInto?: { personId: string; fileId?: string | null } | null;
  duplicates?: Duplicate[];
}

export type Departure = "left" | "died" | "error";

export interface Member {
  personId: string;
  membershipId: string;
  /** Null when the caller may not read who it is. */
  name?: Named | null;
  fileId?: string | null;
  relation?: string | null;
  since?: string | null;
  until?: string | null;
  reason?: Departure | "split" | null;
}

export interface Household {
  householdId?: string | null;
  /** Present members first, then former ones. */
  members: Member[];
}

export interface NewMember {
  personId: string;
  since?: string;
  relation?: string;
}

export interface PeoplePaths {
  "/api/cases/persons": { post: Answer<{ personId: string }, object, PersonDetails> };
  "/api/cases/persons/{personId}": {
    get: Answer<PersonRecord, Path<"personId">>;
    put: Answer<{ revisionId: string }, Path<"personId">, PersonDetails & { revisionId: string }>;
  };
  "/api/cases/persons/{personId}/household": { get: Answer<Household, Path<"personId">> };
  "/api/cases/persons/{personId}/household/members": {
    post: Answer<{ householdId: string; membershipId: string }, Path<"personId">, NewMember>;
  };
  "/api/cases/households/{householdId}/members/{membershipId}/departure": {
    post: Answer<object, Path<"householdId" | "membershipId">, { on: string; reason: Departure }>;
  };
  "/api/cases/households/{householdId}/split": {
    post: Answer<{ householdId: string }, Path<"householdId">, { membershipIds: string[]; on: string }>;
  };
  "/api/cases/persons/{personId}/duplicates": {
    post: Answer<{ undoUntil: string }, Path<"personId">, { duplicateId: string }>;
  };
  "/api/cases/persons/{personId}/duplicates/{duplicateId}": {
    delete: Answer<undefined, Path<"personId" | "duplicateId">>;
  };
}
