import type { NewContact } from "../api/types.ts";
import type { Sheet } from "../draft/writing.ts";
import { written } from "../words/written.ts";

/** Understands a contact being written: a day and a text; how and where it took place, and about whom, if it matters. */
export interface ContactDraft {
  date: string;
  text: string;
  means: Means | "";
  place: string;
  persons: Mentioned[];
}

export const allMeans = ["visit", "office", "phone", "letter", "email", "other"] as const;
export type Means = (typeof allMeans)[number];

/** Somebody named in a contact; the name is only there to be shown. */
export interface Mentioned {
  personId: string;
  name: string;
}

export const contactSheet: Sheet<ContactDraft> = {
  kind: "contact",
  blank: (today) => ({ date: today, text: "", means: "", place: "", persons: [] }),
  begun: ({ text, place, persons }) => written(text) !== "" || written(place) !== "" || persons.length > 0,
};

export type ContactTrouble = "textMissing" | "dateMissing" | "dateAhead";

export function troubleIn(
  { date, text }: Pick<ContactDraft, "date" | "text">,
  today: string,
): { date?: ContactTrouble; text?: ContactTrouble } {
  return {
    ...(date === "" ? { date: "dateMissing" as const } : {}),
    ...(date > today ? { date: "dateAhead" as const } : {}),
    ...(written(text) === "" ? { text: "textMissing" as const } : {}),
  };
}

export function asNewContact({ date, text, means, place, persons }: ContactDraft): NewContact {
  return {
    date,
    text,
    ...(means ? { means } : {}),
    ...(written(place) ? { place: written(place) } : {}),
    ...(persons.length > 0 ? { persons: persons.map((one) => one.personId) } : {}),
  };
}
