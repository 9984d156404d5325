import { randomUUID } from "node:crypto";
import type { Attachment, CaseFile, Contact, Me } from "../src/api/types.ts";
import { type Answering, type Given, problem } from "./asked.ts";
import { TODAY } from "./sample.ts";

/** Contacts in memory: correcting, coding, moving, attaching. */
interface Wording {
  revisionId: string;
  date: string;
  text: string;
  means?: string | null;
  place?: string | null;
  author: { id: string; name: string };
  at: string;
  reason?: string;
  reasonText?: string | null;
}

const wordings = new Map<string, Wording[]>();
const contents = new Map<string, Buffer>();
const taken = new Map<string, Contact>();
const MAX = 20 * 1024 * 1024;

export const contactsAnswer: Answering = ({ me, method, path, body, raw, header, file: fileOf }) => {
  const match = /^\/api\/cases\/files\/([\w-]+)\/contacts\/([\w-]+)(?:\/([\w-]+)(?:\/([\w-]+))?)?$/.exec(
    path,
  );
  const file = match?.[1] ? fileOf(match[1]) : undefined;
  if (!match || !file) {
    return undefined;
  }
  if (`${method} ${match[3]}` === "DELETE withdrawal") {
    return restore(file, match[2] ?? "");
  }
  const contact = file.contacts.find((one) => one.contactId === match[2]);
  if (!contact) {
    return problem(404, "not-found");
  }
  const [part, attachmentId] = match.slice(3);
  switch (`${method} ${part ?? ""}`) {
    case "PUT ":
      return correct(contact, me, body);
    case "GET revisions":
      return { status: 200, body: { items: wordingsOf(contact) } };
    case "PUT codes":
      if (body.codingId !== contact.codingId) {
        return problem(409, "edited-meanwhile", { revisionId: contact.codingId });
      }
      contact.codes = (body.codes as string[]) ?? [];
      contact.codingId = randomUUID();
      return { status: 200, body: { codingId: contact.codingId } };
    case "POST withdrawal":
      return withdraw(file, contact, me, body, fileOf);
    case "POST attachments":
      return attach(contact, raw, decodeURIComponent(header("lethe-file-name") ?? ""));
    case "GET attachments": {
      const content = contents.get(attachmentId ?? "");
      return content
        ? { status: 200, body: content, headers: { "Content-Disposition": "attachment" } }
        : problem(404, "not-found");
    }
    case "DELETE attachments":
      contact.attachments = contact.attachments?.filter((one) => one.attachmentId !== attachmentId) ?? [];
      return { status: 204 };
    default:
      return undefined;
  }
};

export function wordingsOf(contact: Contact): Wording[] {
  const { contactId, revisionId, date, text, means, place, author, recordedAt } = contact;
  const known = wordings.get(contactId) ?? [
    {
      revisionId,
      date,
      text: text ?? "",
      means: means ?? null,
      place: place ?? null,
      author: { id: author.id, name: author.name ?? "" },
      at: recordedAt,
    },
  ];
  wordings.set(contactId, known);
  return known;
}

function correct(contact: Contact, me: Me, body: Record<string, unknown>): Given {
  const before = wordingsOf(contact);
  if (String(body.text).includes("@@") && before.length === 1) {
    // To look at a lost edit: somebody else was faster.
    revise(contact, "worker-north", "Yanis Belkacem", {
      date: contact.date,
      text: `${contact.text} Précision : le rendez-vous est fixé au 12.`,
      means: contact.means ?? null,
      place: contact.place ?? null,
      reason: "incomplete",
    });
  }
  if (body.revisionId !== contact.revisionId) {
    return problem(409, "edited-meanwhile", { revisionId: contact.revisionId });
  }
  revise(contact, me.id, me.name, body);
  contact.people = peopleOf(body.persons);
  return { status: 200, body: { revisionId: contact.revisionId } };
}

function revise(contact: Contact, id: string, name: string, body: Record<string, unknown>) {
  const revisionId = randomUUID();
  Object.assign(contact, {
    revisionId,
    date: body.date,
    text: body.text,
    means: body.means ?? null,
    place: body.place ?? null,
    corrected: true,
  });
  wordingsOf(contact).push({
    revisionId,
    date: String(body.date),
    text: String(body.text),
    means: (body.means as string) ?? null,
    place: (body.place as string) ?? null,
    author: { id, name },
    at: new Date().toISOString(),
    reason: String(body.reason),
    reasonText: (body.reasonText as string) ?? null,
  });
}

function withdraw(
  file: CaseFile,
  contact: Contact,
  me: Me,
  body: Record<string, unknown>,
  fileOf: (fileId: string) => CaseFile | undefined,
): Given {
  const to = body.toFileId ? fileOf(String(body.toFileId)) : undefined;
  if (body.toFileId && !to) {
    return problem(404, "not-found");
  }
  file.contacts = file.contacts.filter((one) => one !== contact);
  if (!to) {
    const { contactId, date } = contact;
    const erasedOn = new Date(Date.parse(TODAY) + 7 * 86_400_000).toISOString().slice(0, 10);
    taken.set(contactId, contact);
    file.withdrawn = [
      ...(file.withdrawn ?? []),
      { contactId, date, withdrawnOn: TODAY, withdrawnBy: me, erasedOn, restorable: true },
    ];
    return { status: 200, body: { erasedOn } };
  }
  const contactId = randomUUID();
  const moved: Contact = {
    ...contact,
    contactId,
    revisionId: contactId,
    codingId: contactId,
    corrected: false,
    filedBy: me,
  };
  to.contacts = [moved, ...to.contacts].sort((a, b) => b.date.localeCompare(a.date));
  return { status: 200, body: { contactId } };
}

function restore(file: CaseFile, contactId: string): Given {
  const contact = taken.get(contactId);
  if (!contact || !file.withdrawn?.some((one) => one.contactId === contactId)) {
    return problem(404, "not-found");
  }
  file.withdrawn = file.withdrawn.filter((one) => one.contactId !== contactId);
  file.contacts = [contact, ...file.contacts].sort((a, b) => b.date.localeCompare(a.date));
  return { status: 204 };
}

function attach(contact: Contact, content: Buffer, name: string): Given {
  if (content.length > MAX) {
    return problem(413, "attachment-too-large");
  }
  const mediaType = typeOf(content);
  if (!mediaType) {
    return problem(415, "attachment-type");
  }
  const attachment: Attachment = {
    attachmentId: randomUUID(),
    name,
    mediaType,
    size: content.length,
    addedAt: new Date().toISOString(),
  };
  contents.set(attachment.attachmentId, content);
  contact.attachments = [...(contact.attachments ?? []), attachment];
  const { attachmentId, size } = attachment;
  return { status: 201, body: { attachmentId, mediaType, size } };
}

function typeOf(content: Buffer): string | undefined {
  const starts: [string, string][] = [
    ["%PDF-", "application/pdf"],
    ["\u0089PNG", "image/png"],
    ["\u00ff\u00d8\u00ff", "image/jpeg"],
  ];
  const head = content.subarray(0, 12).toString("latin1");
  return (
    starts.find(([start]) => head.startsWith(start))?.[1] ??
    (head.startsWith("RIFF") && head.endsWith("WEBP") ? "image/webp" : undefined)
  );
}

let named: (
  personId: string,
) => { familyName?: string | null; givenName?: string | null; fileId?: string | null } | undefined = () =>
  undefined;

/** By which the agency tells how those mentioned are called. */
export function namesFrom(of: typeof named): void {
  named = of;
}

export function peopleOf(persons: unknown): NonNullable<Contact["people"]> {
  return ((persons as string[]) ?? []).map((personId) => {
    const person = named(personId);
    return {
      personId,
      name: person ? { familyName: person.familyName ?? "", givenName: person.givenName ?? null } : null,
      ...(person?.fileId ? { fileId: person.fileId } : {}),
    };
  });
}
