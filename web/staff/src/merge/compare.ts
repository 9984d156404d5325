import type { PersonRecord } from "../api/people.ts";
import { asTyped, FIELDS, type Field } from "../person/typed.ts";
import { plain } from "../search/matching.ts";

/** Understands two records set side by side: what either says, and where they disagree. */
export interface Line {
  field: Field;
  kept: string;
  duplicate: string;
  /** Both say something, and not the same; accents, case and spaces aside. */
  differs: boolean;
}

export function sideBySide(kept: PersonRecord, duplicate: PersonRecord): Line[] {
  const one = asTyped(kept);
  const other = asTyped(duplicate);
  return FIELDS.map((field) => {
    const a = one[field] ?? "";
    const b = other[field] ?? "";
    return { field, kept: a, duplicate: b, differs: a !== "" && b !== "" && bare(a) !== bare(b) };
  }).filter(({ kept: a, duplicate: b }) => a !== "" || b !== "");
}

function bare(text: string): string {
  return plain(text).replace(/\s+/g, "");
}
