import type { CaseFile } from "../api/types.ts";

/** Lays the parts together in which a long file comes: for its reader it is one. */
export async function wholeFile(partAfter: (olderThan?: string) => Promise<CaseFile>): Promise<CaseFile> {
  const file = await partAfter();
  const contacts = [...file.contacts];
  let part = file;
  while (part.older && part.contacts.length > 0) {
    part = await partAfter(contacts.at(-1)?.contactId);
    contacts.push(...part.contacts);
  }
  return { ...file, contacts, older: 0 };
}
