import { describe, expect, test } from "vitest";
import { asNewContact, contactSheet, troubleIn } from "./contactSheet.ts";

const today = "2025-11-24";
const blank = contactSheet.blank(today);

describe("before it is sent", () => {
  test("a contact needs a date and a text, nothing else", () => {
    expect(troubleIn({ ...blank, text: "Vu" }, today)).toEqual({});
    expect(troubleIn({ date: "", text: " " }, today)).toEqual({ date: "dateMissing", text: "textMissing" });
  });
  test("its date is not in the future", () =>
    expect(troubleIn({ date: "2025-11-25", text: "Vu" }, today)).toEqual({ date: "dateAhead" }));
});

test("what was left empty is not sent", () => {
  expect(asNewContact({ ...blank, text: "Vu", place: " " })).toEqual({ date: today, text: "Vu" });
  expect(
    asNewContact({
      ...blank,
      text: "Vu",
      means: "visit",
      place: "chez elle",
      persons: [{ personId: "p1", name: "Samira BENALI" }],
    }),
  ).toEqual({ date: today, text: "Vu", means: "visit", place: "chez elle", persons: ["p1"] });
});

test("a day or a way of meeting alone is not a text begun", () => {
  expect(contactSheet.begun({ ...blank, date: "2025-11-01", means: "phone" })).toBe(false);
  expect(contactSheet.begun({ ...blank, place: "à la mairie" })).toBe(true);
});
