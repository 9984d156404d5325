import { expect, test } from "vitest";
import { commandsMatching, isNamed } from "./matching.ts";

const commands = [
  { label: "Échéances", scope: "everywhere", inPalette: true },
  { label: "Nouveau contact", scope: "page", inPalette: true },
  { label: "Contact suivant", scope: "page", inPalette: true },
  { label: "Personnes et commandes", scope: "everywhere" },
] as const;
const labels = (text: string) => commandsMatching(text, commands).map((command) => command.label);

test("without text, all commands are there, the page's own first", () =>
  expect(labels("")).toEqual(["Nouveau contact", "Contact suivant", "Échéances"]));
test("accents and case do not count", () => expect(labels("echeAN")).toEqual(["Échéances"]));
test("words match in any order", () => expect(labels("contact nouv")).toEqual(["Nouveau contact"]));
test("what is not for the palette is never found", () => expect(labels("personnes")).toEqual([]));

const person = { familyName: "Le Goff", givenName: "Zoé", birthDate: "1980-03-02" };
test("a person is named as typed by the beginnings of names, in any order, accents aside", () => {
  expect(isNamed("le gof", person)).toBe(true);
  expect(isNamed("ZOE goff", person)).toBe(true);
  expect(isNamed("goff 1980", person)).toBe(true);
});
test("a person known by the year of birth alone is named by it", () => {
  const known = { familyName: "Le Goff", givenName: "Zoé", birthDate: null, birthYear: 1980 };
  expect(isNamed("goff 1980", known)).toBe(true);
  expect(isNamed("goff 1981", known)).toBe(false);
});
test("words run together or set apart, and what nobody sees, name the same person", () => {
  expect(isNamed("legoff", person)).toBe(true);
  expect(isNamed("de la cr", { familyName: "Delacruz", givenName: "Inès" })).toBe(true);
  expect(isNamed("G\u200bof\u0301\u0323f", person)).toBe(true);
});
test("a person whose name only sounds alike is not named as typed", () =>
  expect(isNamed("gauffe", person)).toBe(false));
