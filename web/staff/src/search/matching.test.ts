import { expect, test } from "vitest";
import { commandsMatching } from "./matching.ts";

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
