import type { PersonRecord } from "../api/people.ts";
import { mayBeOne } from "../person/birth.ts";
import { asTyped, FIELDS, type Field } from "../person/typed.ts";
import { plain } from "../search/matching.ts";

/** Understands two records set side by side: what either says, and where they disagree. */
export interface Line {
  field: Field;
  kept: string;
  duplicate: string;
  /** Both say something, and not the same; accents, case and spaces aside; a day of birth is of its year. */
  differs: boolean;
}

export function sideBySide(kept: PersonRecord, duplicate: PersonRecord): Line[] {
  const one = asTyped(kept);
  const other = asTyped(duplicate);
  return FIELDS.map((field) => {
    const a = one[field] ?? "";
    const b = other[field] ?? "";
    const alike = field === "birthDate" ? mayBeOne : same;
    return { field, kept: a, duplicate: b, differs: a !== "" && b !== "" && !alike(a, b) };
  }).filter(({ kept: a, duplicate: b }) => a !== "" || b !== "");
}

function same(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return plain(text).replace(/\s+/g, "");
}
