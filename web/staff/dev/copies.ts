import { createHash } from "node:crypto";
import type { CopyParts, Rereading } from "../src/api/copies.ts";
import type { CaseFile, Contact } from "../src/api/types.ts";
import { type Answering, type Given, problem } from "./asked.ts";
import { files } from "./register.ts";

/** Copies in memory: a long one in parts of two megabytes of text, sealed. Nothing is proposed, and nothing masked. */
const MOST = 1.5 * 1024 * 1024;

type Confirmed = NonNullable<Rereading["confirmed"]>;
const confirmed = new Map<string, Confirmed>();

interface Part {
  key: string;
  contacts: Contact[];
}

export const copiesAnswer: Answering = ({ me, method, path, url, file: fileOf }) => {
  const match = /^\/api\/cases\/persons\/([\w-]+)\/copy(?:\/(rereading|confirmation))?$/.exec(path);
  const known = [...files.values()].find((one) => one.person.personId === match?.[1]);
  const file = known && fileOf(known.fileId);
  if (!match || !file) {
    return undefined;
  }
  const parts = divided(file);
  const division = digest(parts.map((part) => part.key).join());
  const asked = url.searchParams.get("part");
  const refused = asked === null ? undefined : refusal(Number(asked), url, parts, division);
  if (refused) {
    return refused;
  }
  const part = parts[Number(asked ?? 1) - 1] as Part;
  switch (`${method} ${match[2] ?? ""}`) {
    case "GET rereading":
      return { status: 200, body: reading(parts, part, division) };
    case "POST confirmation":
      confirmed.set(part.key, {
        by: { id: me.id, name: me.name },
        at: new Date().toISOString(),
        current: true,
      });
      return { status: 200, body: confirmed.get(part.key) };
    case "GET ":
      return parts.every((one) => confirmed.has(one.key))
        ? { status: 200, body: { contacts: part.contacts } }
        : problem(409, "copy-parts-not-reread");
    default:
      return undefined;
  }
};

function refusal(number: number, url: URL, parts: Part[], division: string): Given | undefined {
  if (!(number >= 1)) {
    return problem(400, "copy-part-unclear");
  }
  if (url.searchParams.get("division") !== division) {
    return problem(409, "copy-divided-anew");
  }
  return number > parts.length ? problem(404, "copy-part-unknown") : undefined;
}

function reading(parts: Part[], part: Part, division: string): Rereading {
  return {
    fingerprint: digest(part.key),
    decisions: [],
    confirmed: confirmed.get(part.key) ?? null,
    parts: parts.length > 1 ? listed(parts, part, division) : null,
    passages: part.contacts.map((contact) => ({
      place: `contact.${contact.revisionId}.text`,
      kind: "contact",
      recordId: contact.contactId,
      date: contact.date,
      author: contact.author.name,
      text: contact.text ?? "",
      digest: digest(contact.text ?? ""),
      masks: [],
      left: [],
      stale: [],
      proposals: [],
    })),
  };
}

function listed(parts: Part[], part: Part, division: string): CopyParts {
  return {
    division,
    number: parts.indexOf(part) + 1,
    items: parts.map((one, at) => ({
      number: at + 1,
      from: one.contacts.at(0)?.date ?? "",
      to: one.contacts.at(-1)?.date ?? "",
      contacts: one.contacts.length,
      confirmed: confirmed.get(one.key) ?? null,
    })),
  };
}

function divided(file: CaseFile): Part[] {
  const runs: Contact[][] = [[]];
  let weight = 0;
  for (const contact of [...file.contacts].sort((a, b) => a.date.localeCompare(b.date))) {
    const more = Buffer.byteLength(contact.text ?? "");
    if (weight > 0 && weight + more > MOST) {
      runs.push([]);
      weight = 0;
    }
    runs.at(-1)?.push(contact);
    weight += more;
  }
  return runs.map((contacts) => ({
    contacts,
    key: digest([file.fileId, ...contacts.map((contact) => contact.revisionId)].join()),
  }));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
