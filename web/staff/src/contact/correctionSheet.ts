import type { Contact, Correction, CorrectionReason } from "../api/types.ts";
import type { Sheet } from "../draft/writing.ts";
import { fullName } from "../person/names.ts";
import { written } from "../words/written.ts";
import { type ContactDraft, type ContactTrouble, type Means, troubleIn } from "./contactSheet.ts";

/** Understands a new wording of a contact: on which wording it stands, what it changes, and why. */
export interface CorrectionDraft extends ContactDraft {
  contactId: string;
  /** The wording that was read. */
  revisionId: string;
  /** That wording, to tell whether anything was changed. */
  before: ContactDraft;
  reason: CorrectionReason | "";
  reasonText: string;
}

export const correctionReasons = ["typing-error", "incomplete", "wrong-fact", "on-request"] as const;

const nothing: ContactDraft = { date: "", text: "", means: "", place: "", persons: [] };

export const correctionSheet: Sheet<CorrectionDraft> = {
  kind: "correction",
  blank: () => ({ ...nothing, contactId: "", revisionId: "", before: nothing, reason: "", reasonText: "" }),
  begun: (draft) => draft.contactId !== "" && (changed(draft) || written(draft.reasonText) !== ""),
};

export function changed({ before, ...now }: CorrectionDraft): boolean {
  return (
    now.date !== before.date ||
    now.text !== before.text ||
    now.means !== before.means ||
    now.place !== before.place ||
    now.persons.map((one) => one.personId).join() !== before.persons.map((one) => one.personId).join()
  );
}

export function correctionOf(contact: Contact): CorrectionDraft {
  const before: ContactDraft = {
    date: contact.date,
    text: contact.text ?? "",
    means: (contact.means ?? "") as Means | "",
    place: contact.place ?? "",
    persons: (contact.people ?? []).map(({ personId, name }) => ({ personId, name: fullName(name ?? {}) })),
  };
  return {
    ...before,
    contactId: contact.contactId,
    revisionId: contact.revisionId,
    before,
    reason: "",
    reasonText: "",
  };
}

export type CorrectionTrouble = ContactTrouble | "unchanged" | "reasonMissing";

export function troubleInCorrection(
  draft: CorrectionDraft,
  today: string,
): { date?: ContactTrouble; text?: ContactTrouble | "unchanged"; reason?: "reasonMissing" } {
  return {
    ...(changed(draft) ? {} : { text: "unchanged" as const }),
    ...troubleIn(draft, today),
    ...(draft.reason === "" ? { reason: "reasonMissing" as const } : {}),
  };
}

export function asCorrection(draft: CorrectionDraft): Correction {
  const { date, text, means, place, persons, revisionId, reason, reasonText } = draft;
  return {
    revisionId,
    date,
    text,
    ...(means ? { means } : {}),
    ...(written(place) ? { place: written(place) } : {}),
    persons: persons.map((one) => one.personId),
    reason: reason as CorrectionReason,
    ...(written(reasonText) ? { reasonText: written(reasonText) } : {}),
  };
}
