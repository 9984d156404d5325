import { written } from "../words/written.ts";
import { FIELDS, type Field, type PersonTyped } from "./typed.ts";

/**
 * Understands two changes made to one person at the same time: where they differ, each field is kept as whoever changed it
 * wrote it, and what both changed is for the reader to choose.
 */
export interface Difference {
  field: Field;
  theirs: string;
  mine: string;
  /** Which one stands when nothing is chosen. */
  proposed: "theirs" | "mine";
}

export function differences(base: PersonTyped, theirs: PersonTyped, mine: PersonTyped): Difference[] {
  return FIELDS.filter((field) => of(theirs, field) !== of(mine, field)).map((field) => ({
    field,
    theirs: of(theirs, field),
    mine: of(mine, field),
    proposed: of(mine, field) === of(base, field) ? "theirs" : "mine",
  }));
}

export type Choices = Partial<Record<Field, "theirs" | "mine">>;

export function reconciled(mine: PersonTyped, found: readonly Difference[], choices: Choices): PersonTyped {
  const taken = found
    .filter(({ field, proposed }) => (choices[field] ?? proposed) === "theirs")
    .map(({ field, theirs }) => [field, theirs] as const);
  return { ...mine, ...Object.fromEntries(taken) };
}

function of(person: PersonTyped, field: Field): string {
  return written(person[field]);
}
