import type { Answered } from "./answered.ts";
import type { Answer, Path } from "./operation.ts";
import type { components } from "./served/cases.ts";
import type { Person } from "./types.ts";

type Schemas = components["schemas"];

/** Persons, their names and their households, as case-service answers. */
export type PersonDetails = Omit<Schemas["PersonRequest"], "revisionId">;
export type PersonRecord = Person;
export type Duplicate = Person["duplicates"][number];

export type Household = Answered<Schemas["HouseholdView"]>;
export type Member = Household["members"][number];
export type Departure = Schemas["HouseholdRequestDepartureRequest"]["reason"];
export type NewMember = Schemas["HouseholdRequestJoinRequest"];

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
  "/api/cases/households/{householdId}/members/{membershipId}/relation": {
    put: Answer<
      { householdId: string; membershipId: string },
      Path<"householdId" | "membershipId">,
      { relation?: string }
    >;
  };
  "/api/cases/households/{householdId}/split": {
    post: Answer<{ householdId: string }, Path<"householdId">, { membershipIds: string[]; on: string }>;
  };
  "/api/cases/persons/{personId}/duplicates": {
    post: Answer<{ undoUntil: string }, Path<"personId">, { duplicateId: string; confirmed?: boolean }>;
  };
  "/api/cases/persons/{personId}/duplicates/{duplicateId}": {
    delete: Answer<undefined, Path<"personId" | "duplicateId">>;
  };
}
