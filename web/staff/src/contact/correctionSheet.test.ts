import { describe, expect, test } from "vitest";
import type { Contact } from "../api/types.ts";
import { asCorrection, correctionOf, correctionSheet, troubleInCorrection } from "./correctionSheet.ts";

const today = "2025-11-24";
const contact: Contact = {
  contactId: "c1",
  revisionId: "r1",
  codingId: "c1",
  date: "2025-11-20",
  text: "Vu Mme Benali.",
  means: "office",
  place: null,
  codes: [],
  corrected: false,
  attachments: [],
  unreadable: [],
  persons: ["p2"],
  people: [{ personId: "p2", name: { familyName: "Benali", givenName: "Samira" } }],
  author: { id: "claire" },
  recordedAt: "2025-11-20T10:00:00Z",
};
const read = correctionOf(contact);

describe("a correction", () => {
  test("starts from the wording that was read", () => {
    expect(read).toMatchObject({
      contactId: "c1",
      revisionId: "r1",
      text: "Vu Mme Benali.",
      means: "office",
    });
    expect(correctionSheet.begun(read)).toBe(false);
  });
  test("that changes nothing, or has no reason, is not sent", () =>
    expect(troubleInCorrection(read, today)).toEqual({ text: "unchanged", reason: "reasonMissing" }));
  test("needs no more than a change and a reason", () =>
    expect(troubleInCorrection({ ...read, text: "Vu M. Benali.", reason: "wrong-fact" }, today)).toEqual({}));
  test("may change the day, the means or the persons alone", () => {
    expect(correctionSheet.begun({ ...read, means: "phone" })).toBe(true);
    expect(correctionSheet.begun({ ...read, persons: [] })).toBe(true);
  });
  test("names the wording it stands on, and persons by their number only", () =>
    expect(asCorrection({ ...read, text: "Vu M. Benali.", reason: "wrong-fact" })).toEqual({
      revisionId: "r1",
      date: "2025-11-20",
      text: "Vu M. Benali.",
      means: "office",
      persons: ["p2"],
      reason: "wrong-fact",
    }));
});
