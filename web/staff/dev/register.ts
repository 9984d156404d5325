import type { CaseFile } from "../src/api/types.ts";

/** Who is on record in the small agency. */
export const files = new Map<string, CaseFile>();
export const persons = new Map<string, CaseFile["person"]>();

export function register(given: Partial<CaseFile["person"]>): CaseFile {
  const at = files.size + 1;
  const personId = `a${String(at).padStart(7, "0")}-1111-4000-8000-000000000000`;
  const fileId = `f${String(at).padStart(7, "0")}-2222-4000-8000-000000000000`;
  const person: CaseFile["person"] = {
    personId,
    fileId,
    unit: "centre",
    familyName: "",
    revisionId: personId,
    aliases: [],
    earlierNames: [],
    duplicates: [],
    unreadable: [],
    ...given,
    age: given.birthDate ? 2025 - Number(given.birthDate.slice(0, 4)) : null,
  };
  const file: CaseFile = {
    fileId,
    unit: "centre",
    unitLabel: "Circonscription Centre",
    openedOn: "2024-02-05",
    referent: { id: "worker", name: "Claire Morel" },
    state: "live",
    person,
    contacts: [],
    next: null,
    timeline: { contacts: 0, oldestOn: null, authors: [], years: [] },
    withdrawn: [],
    retention: null,
  };
  files.set(fileId, file);
  persons.set(personId, person);
  return file;
}
