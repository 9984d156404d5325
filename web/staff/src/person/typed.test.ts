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

test("a year typed in place of the date of birth is sent as the year, and comes back into the same field", () => {
  expect(typed({ familyName: "Morel", birthDate: " 1987 " })).toEqual({
    familyName: "Morel",
    birthYear: 1987,
  });
  expect(typed({ familyName: "Morel", birthDate: "1987-12-03" })).toEqual({
    familyName: "Morel",
    birthDate: "1987-12-03",
  });
  expect(
    asTyped({ ...said, personId: "p", familyName: "Morel", birthDate: null, birthYear: 1987 }).birthDate,
  ).toBe("1987");
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
