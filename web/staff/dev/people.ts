import { randomUUID } from "node:crypto";
import type { Household, Member, PersonRecord } from "../src/api/people.ts";
import { type Answering, type Given, problem } from "./asked.ts";
import { files, persons, register } from "./register.ts";
import { TODAY } from "./sample.ts";

/** Persons, households and merges in memory. Somebody called "Entretemps" is changed by somebody else at each saving. */
interface Stay extends Omit<Member, "name" | "fileId" | "relationWritable"> {
  householdId: string;
}

const stays: Stay[] = [];
const merges: { keptId: string; duplicateId: string; undoUntil: string; settled: boolean }[] = [];
const revisions = new Map<string, string>();
/** Persons of another unit, whom nobody here reads. */
const ELSEWHERE = "99999999-1111-4000-8000-000000000000";
/** Persons of another unit, whom everybody here reads exceptionally. */
const exceptionally = new Set<string>();

function sample() {
  const [first, , third] = [...persons.values()];
  if (stays.length > 0 || !first || !third) {
    return;
  }
  const child = register({ familyName: first.familyName ?? "", givenName: "Lou", birthDate: "2018-04-02" });
  const householdId = randomUUID();
  const stay = (personId: string, more: Partial<Stay>) =>
    stays.push({ householdId, personId, membershipId: randomUUID(), ...more });
  stay(first.personId, { since: "2019-09-01" });
  stay(child.person.personId, { relation: "fille", since: "2019-09-01" });
  stay(ELSEWHERE, { relation: "compagnon", since: "2023-02-14" });
  const cousin = register({ familyName: first.familyName ?? "", givenName: "Maël" });
  exceptionally.add(cousin.person.personId);
  stay(cousin.person.personId, { relation: "cousin", since: "2024-01-08" });
  stay(third.personId, { relation: "frère", since: "2020-01-05", until: "2022-06-30", reason: "left" });
}

export const peopleAnswer: Answering = ({ method, path, body }) => {
  sample();
  const [, , , subject, id, part, memberId] = path.split("/");
  if (subject === "households" && id) {
    return part === "split" ? split(id, body) : depart(memberId ?? "", body);
  }
  if (subject !== "persons" || !id) {
    return undefined;
  }
  const person = persons.get(id);
  if (!person) {
    return problem(404, "not-found");
  }
  switch (`${method} ${part ?? ""}`) {
    case "GET ":
      return { status: 200, body: recordOf(id) };
    case "PUT ":
      return amend(id, body);
    case "GET household":
      return { status: 200, body: householdOf(id) };
    case "POST household":
      return join(id, body);
    case "POST duplicates":
      return merge(id, String(body.duplicateId));
    case "DELETE duplicates":
      merges.splice(
        merges.findIndex((one) => one.duplicateId === memberId),
        1,
      );
      return { status: 204 };
    default:
      return undefined;
  }
};

export function mergedFile(fileId: string): Given | undefined {
  const personId = files.get(fileId)?.person.personId;
  const merge = merges.find((one) => one.duplicateId === personId);
  return (
    merge &&
    problem(409, "merged", { personId: merge.keptId, fileId: persons.get(merge.keptId)?.fileId ?? null })
  );
}

function recordOf(personId: string): PersonRecord {
  const person = persons.get(personId) as PersonRecord;
  const into = merges.find((one) => one.duplicateId === personId);
  return {
    ...person,
    revisionId: revisionOf(personId),
    mergedInto: into ? { personId: into.keptId, fileId: persons.get(into.keptId)?.fileId ?? null } : null,
    duplicates: merges
      .filter((one) => one.keptId === personId)
      .map(({ duplicateId, undoUntil, settled }) => ({
        personId: duplicateId,
        fileId: persons.get(duplicateId)?.fileId ?? null,
        undoUntil,
        settled,
      })),
  };
}

function revisionOf(personId: string): string {
  const known = revisions.get(personId) ?? randomUUID();
  revisions.set(personId, known);
  return known;
}

function amend(personId: string, { revisionId, ...details }: Record<string, unknown>): Given {
  const person = persons.get(personId) as PersonRecord;
  if (person.familyName === "Entretemps") {
    Object.assign(person, { familyName: "Entre-Temps", phone: "01 02 03 04 05" });
    revisions.set(personId, randomUUID());
  }
  if (revisionId !== revisionOf(personId)) {
    return problem(409, "edited-meanwhile", { revisionId: revisionOf(personId) });
  }
  if (details.familyName === "0") {
    return problem(400, "invalid-request", {
      errors: [{ pointer: "/familyName", detail: "Un nom contient au moins une lettre." }],
    });
  }
  for (const field of [
    "givenName",
    "birthDate",
    "birthYear",
    "phone",
    "email",
    "address",
    "householdType",
  ] as const) {
    person[field] = null;
  }
  Object.assign(person, { aliases: [], earlierNames: [] }, details);
  revisions.set(personId, randomUUID());
  return { status: 200, body: { revisionId: revisionOf(personId) } };
}

function householdOf(personId: string): Household {
  const here = stays.find((stay) => stay.personId === personId && !stay.until);
  const former = stays.find((stay) => stay.personId === personId);
  const householdId = (here ?? former)?.householdId ?? null;
  const members = stays
    .filter((stay) => stay.householdId === householdId)
    .sort((a, b) => Number(Boolean(a.until)) - Number(Boolean(b.until)))
    .map(({ householdId: _, ...stay }) => {
      const person = persons.get(stay.personId);
      const name = person && { familyName: person.familyName ?? "", givenName: person.givenName ?? null };
      return {
        ...stay,
        name: name ?? null,
        fileId: person?.fileId ?? null,
        relationWritable: name !== undefined && !stay.until && !exceptionally.has(stay.personId),
      };
    });
  return { householdId, members };
}

function join(personId: string, body: Record<string, unknown>): Given {
  const joining = String(body.personId);
  const householdId = householdOf(personId).householdId ?? randomUUID();
  if (stays.some((stay) => stay.personId === joining && stay.householdId === householdId && !stay.until)) {
    return problem(409, "already-member", {
      title: "Déjà membre de ce ménage",
      detail: "Cette personne figure déjà dans le ménage.",
    });
  }
  if (!stays.some((stay) => stay.personId === personId && stay.householdId === householdId)) {
    stays.push({ householdId, personId, membershipId: randomUUID() });
  }
  const membershipId = randomUUID();
  stays.push({
    householdId,
    personId: joining,
    membershipId,
    since: (body.since as string) ?? null,
    relation: (body.relation as string) ?? null,
  });
  return { status: 201, body: { householdId, membershipId } };
}

function depart(membershipId: string, body: Record<string, unknown>): Given {
  const stay = stays.find((one) => one.membershipId === membershipId);
  if (!stay) {
    return problem(404, "not-found");
  }
  Object.assign(stay, { until: body.on, reason: body.reason });
  return { status: 200, body: {} };
}

function split(householdId: string, body: Record<string, unknown>): Given {
  const going = body.membershipIds as string[];
  const newId = randomUUID();
  for (const stay of stays.filter(
    (one) => one.householdId === householdId && going.includes(one.membershipId),
  )) {
    Object.assign(stay, { until: body.on, reason: "split" });
    stays.push({
      ...stay,
      householdId: newId,
      membershipId: randomUUID(),
      since: String(body.on),
      until: null,
      reason: null,
    });
  }
  return { status: 201, body: { householdId: newId } };
}

function merge(keptId: string, duplicateId: string): Given {
  const undoUntil = new Date(Date.parse(TODAY) + 30 * 86_400_000).toISOString().slice(0, 10);
  merges.push({ keptId, duplicateId, undoUntil, settled: false });
  return { status: 201, body: { undoUntil } };
}
