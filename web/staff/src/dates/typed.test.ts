import { describe, expect, it, test } from "vitest";
import { isDay, isYear, readDay, readYear, writeDay } from "./typed.ts";

const today = "2025-11-24";
const french = { language: "fr", today, max: today };
const ahead = { language: "fr", today };

describe("a day typed in French", () => {
  it.each([
    "03/12/1987",
    "3/12/1987",
    "3.12.1987",
    "3-12-1987",
    "3 12 1987",
    "03121987",
    "031287",
    "3/12/87",
    "3 décembre 1987",
    "3 DÉC. 1987",
    "3 decembre 87",
    "jeudi 3 décembre 1987",
    "1987-12-03",
    "１９８７-12-03",
    "\u200e03/12/1987\u00a0",
  ])("is 3 December 1987: %s", (typed) => expect(readDay(typed, french)).toBe("1987-12-03"));

  it.each([
    ["aujourd’hui", today],
    ["aujourd'hui", today],
    ["hier", "2025-11-23"],
    ["Avant-hier", "2025-11-22"],
    ["1er mars 2024", "2024-03-01"],
    ["24/11", "2025-11-24"],
  ])("is a near day: %s", (typed, day) => expect(readDay(typed, french)).toBe(day));

  it("is of last year, where this year's has not come and may not", () => {
    expect(readDay("3/12", french)).toBe("2024-12-03");
    expect(readDay("3/12", ahead)).toBe("2025-12-03");
  });

  it("is of the last century, where this one's has not come and may not", () => {
    expect(readDay("3/12/26", french)).toBe("1926-12-03");
    expect(readDay("3/12/26", ahead)).toBe("2026-12-03");
  });

  it.each([
    "31/02/2020",
    "12/31/1987",
    "0001-01-01",
    "3/12/198",
    "1987",
    "3",
    "12/1987",
    "3 jui 2020",
    "bientôt",
    "3/12/1987 ou 1988",
    "-",
    "",
  ])("is not guessed: %s", (typed) => expect(readDay(typed, french)).toBeUndefined());
});

describe("a day typed in English", () => {
  const english = { language: "en", today, max: today };
  it.each(["3/12/1987", "3 December 1987", "3rd Dec 1987", "December 3, 1987", "Thursday 3 December 1987"])(
    "is 3 December 1987: %s",
    (typed) => expect(readDay(typed, english)).toBe("1987-12-03"),
  );
  it("may be yesterday", () => expect(readDay("yesterday", english)).toBe("2025-11-23"));
});

describe("a year alone", () => {
  it.each(["1987", " 1987 ", "１９８７", "\u200e1987\u00a0"])("is read where it is enough: %s", (typed) =>
    expect(readYear(typed)).toBe("1987"),
  );
  it.each(["87", "19870", "1869", "2200", "en 1987", "12/1987", "031287", ""])(
    "is not guessed: %s",
    (typed) => expect(readYear(typed)).toBeUndefined(),
  );
  test("stands in its field as it is", () => expect(writeDay("1987")).toBe("1987"));
  test("is no day", () => {
    expect(isYear("1987")).toBe(true);
    expect(isDay("1987")).toBe(false);
    expect(isYear("1987-12-03")).toBe(false);
  });
});

test("a day stands in its field as it is written", () => {
  expect(writeDay("1987-12-03")).toBe("03/12/1987");
  expect(writeDay("bientôt")).toBe("bientôt");
});

test("only days of the calendar are days", () => {
  expect(isDay("2024-02-29")).toBe(true);
  expect(isDay("2025-02-29")).toBe(false);
  expect(isDay("03/12/1987")).toBe(false);
});
