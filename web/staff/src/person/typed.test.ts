import { expect, test } from "vitest";
import { fullName } from "./names.ts";
import { asTyped, typed } from "./typed.ts";

const said = { revisionId: "r", aliases: [], earlierNames: [], duplicates: [], unreadable: [] };

test("only what was typed is sent", () =>
  expect(typed({ familyName: " Morel ", givenName: " ", phone: "06 00 00 00 00" })).toEqual({
    familyName: "Morel",
    phone: "06 00 00 00 00",
  }));

test("a person is named as files do, the family name in capitals, accents kept", () => {
  expect(fullName({ familyName: "Kerguélen", givenName: "Solène" })).toBe("Solène KERGUÉLEN");
  expect(fullName({ familyName: "Morel", givenName: null })).toBe("MOREL");
});

test("several names stand in one line, with commas, each once", () => {
  expect(typed({ familyName: "Morel", earlierNames: "Le Goff, Kaya ,, Kaya" }).earlierNames).toEqual([
    "Le Goff",
    "Kaya",
  ]);
  expect(
    asTyped({ ...said, personId: "p", familyName: "Morel", aliases: ["Lili", "Liliane"], birthDate: null })
      .aliases,
  ).toBe("Lili, Liliane");
});
