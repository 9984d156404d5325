import type { PersonDetails, PersonRecord } from "../api/people.ts";
import { isYear } from "../dates/typed.ts";
import { written } from "../words/written.ts";
import { birthOf } from "./birth.ts";

/** Understands a person as typed into a form: one line of text for each field, lists with commas, a birth as far as it is known. */
export const FIELDS = [
  "familyName",
  "givenName",
  "earlierNames",
  "aliases",
  "birthDate",
  "phone",
  "email",
  "address",
  "householdType",
] as const;
export type Field = (typeof FIELDS)[number];
export type PersonTyped = { familyName: string } & Partial<Record<Field, string>>;

const LISTS: ReadonlySet<string> = new Set(["earlierNames", "aliases"]);

/** What was typed, without the fields left empty. */
export function typed(person: PersonTyped): PersonDetails {
  const { familyName, ...rest } = person;
  const kept = Object.entries(rest)
    .map(([field, value]) => [field, written(value)] as const)
    .filter(([, value]) => value !== "")
    .map(([field, value]) => sent(field, value));
  return { familyName: written(familyName), ...Object.fromEntries(kept) };
}

function sent(field: string, value: string): readonly [string, string | string[] | number] {
  if (field === "birthDate" && isYear(value)) {
    return ["birthYear", Number(value)];
  }
  return [field, LISTS.has(field) ? names(value) : value];
}

/** A recorded person as the form shows them. */
export function asTyped(person: PersonRecord): PersonTyped {
  return {
    familyName: person.familyName ?? "",
    givenName: person.givenName ?? "",
    earlierNames: (person.earlierNames ?? []).join(", "),
    aliases: (person.aliases ?? []).join(", "),
    birthDate: birthOf(person),
    phone: person.phone ?? "",
    email: person.email ?? "",
    address: person.address ?? "",
    householdType: person.householdType ?? "",
  };
}

function names(text: string): string[] {
  return [...new Set(text.split(/[,;]/).map((name) => written(name)))].filter((name) => name !== "");
}
