import { describe, expect, it, test } from "vitest";
import { isAge, isDay, isYear, readAge, readDay, readYear, writeDay } from "./typed.ts";

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

describe("an age, where a year is enough", () => {
  it.each([
    "environ 38 ans",
    "Environ 38\u00a0ans",
    "env. 38 ans",
    "vers 38 ans",
    "38 ans",
    "38 ans environ",
    "âgée de 38 ans",
    "âgé d’environ 38 ans",
    "à peu près 38 ans",
    "~38 ans",
    "about 38",
    "around 38",
    "aged 38",
    "aged about 38",
    "Aged 38 years",
    "38 years old",
    "about 38 years",
  ])("is the year that leads to it: %s", (typed) => {
    expect(readAge(typed, today)).toBe("1987");
    expect(isAge(typed)).toBe(true);
  });

  it.each(["0 ans", "131 ans", "-3 ans", "−3 ans", "about 0", "aged 131", "1987 ans"])(
    "that nobody has is one and leads to no year: %s",
    (typed) => {
      expect(isAge(typed)).toBe(true);
      expect(readAge(typed, today)).toBeUndefined();
    },
  );

  it.each(["38", "vers 38", "environ 38", "vers 1987", "38 mois", "38 ans ou 39 ans", "ans", "3 12 ans", ""])(
    "is not guessed: %s",
    (typed) => {
      expect(isAge(typed)).toBe(false);
      expect(readAge(typed, today)).toBeUndefined();
    },
  );

  test("of the youngest and the oldest is one", () => {
    expect(readAge("1 an", today)).toBe("2024");
    expect(readAge("130 ans", today)).toBe("1895");
  });

  test("is neither a day nor a year", () => {
    expect(readDay("38 ans", french)).toBeUndefined();
    expect(readYear("38 ans")).toBeUndefined();
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
