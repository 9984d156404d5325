import type { NewPerson } from "../api/types.ts";

/** What was typed, without the fields left empty. */
export function typed(person: NewPerson): NewPerson {
  const { familyName, ...rest } = person;
  const kept = Object.entries(rest)
    .map(([field, value]) => [field, value?.trim()] as const)
    .filter(([, value]) => value);
  return { familyName: familyName.trim(), ...Object.fromEntries(kept) };
}
