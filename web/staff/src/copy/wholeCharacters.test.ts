import { expect, test } from "vitest";
import { asWritten, wholeCharacters } from "./wholeCharacters.ts";

test.each([
  ["a letter with its accent", "e\u0301t", { start: 1, end: 2 }, { start: 0, end: 2 }],
  ["half of a pair", "a😀b", { start: 2, end: 3 }, { start: 1, end: 3 }],
  ["a family of signs", "x👩‍👩‍👧y", { start: 2, end: 4 }, { start: 1, end: 9 }],
  ["whole letters from right to left", "שרה כהן", { start: 0, end: 3 }, { start: 0, end: 3 }],
])("%s is never cut", (_, text, chosen, whole) => {
  expect(wholeCharacters(text, chosen)).toEqual(whole);
});

test("a selection is found again in a text whose lines end as a spreadsheet ends them", () => {
  const text = "Vu.\r\nPuis\r\nCanari boit.";
  const shown = text.replaceAll("\r\n", "\n");
  const { start, end } = asWritten(text, shown.indexOf("Canari"), shown.indexOf(" boit"));
  expect(text.slice(start, end)).toBe("Canari");
  expect(asWritten(text, 0, shown.length)).toEqual({ start: 0, end: text.length });
});
