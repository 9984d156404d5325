import { expect, test } from "vitest";
import { sideBySide } from "./compare.ts";

const said = { revisionId: "r", aliases: [], earlierNames: [], duplicates: [], unreadable: [] };
const kept = { ...said, personId: "a", familyName: "Lefèvre", givenName: "Élodie", phone: "06 39 98 12 01" };
const duplicate = {
  ...said,
  personId: "b",
  familyName: "LEFEVRE",
  givenName: "Elodie",
  phone: "0639981201",
  email: "e@x.fr",
};

test("what neither record says takes no line", () =>
  expect(sideBySide(kept, duplicate).map((line) => line.field)).toEqual([
    "familyName",
    "givenName",
    "phone",
    "email",
  ]));

test("accents, capitals and spaces make no difference, and silence does not either", () =>
  expect(sideBySide(kept, duplicate).some((line) => line.differs)).toBe(false));

test("a year of birth does not disagree with a day of it, and does with another", () => {
  const differing = (birthYear: number) =>
    sideBySide({ ...kept, birthYear }, { ...duplicate, birthDate: "1962-12-03" }).filter(
      (line) => line.differs,
    );
  expect(differing(1962)).toEqual([]);
  expect(differing(1963).map((line) => [line.kept, line.duplicate])).toEqual([["1963", "1962-12-03"]]);
});

test("two birth dates that disagree are pointed at", () =>
  expect(
    sideBySide({ ...kept, birthDate: "1962-03-12" }, { ...duplicate, birthDate: "1962-12-03" }).filter(
      (line) => line.differs,
    ),
  ).toHaveLength(1));
