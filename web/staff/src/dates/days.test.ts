import { describe, expect, test } from "vitest";
import {
  dayAfter,
  dayBefore,
  daysBetween,
  distance,
  inFull,
  monthAfter,
  nearness,
  unbrokenDates,
  weekdayInFull,
} from "./days.ts";

const today = "2025-11-24";
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("a deadline", () => {
  test("that passed yesterday is late", () => expect(nearness("2025-11-23", today)).toBe("late"));
  test("that falls today is due", () => expect(nearness(today, today)).toBe("due"));
  test("within two months is due", () => expect(nearness("2026-01-23", today)).toBe("due"));
  test("after two months can wait", () => expect(nearness("2026-01-24", today)).toBe("later"));
});

describe("a day in words", () => {
  test("is written in full in French", () => expect(spaced(inFull("2028-03-03", "fr"))).toBe("3 mars 2028"));
  test("takes an ordinal on the first in French", () =>
    expect(spaced(inFull("2028-03-01", "fr"))).toBe("1er mars 2028"));
  test("is written in full in English", () =>
    expect(spaced(inFull("2028-03-01", "en"))).toBe("1 March 2028"));
  test("names its weekday", () => expect(spaced(weekdayInFull(today, "fr"))).toBe("lundi 24 novembre 2025"));
});

describe("the distance to a day", () => {
  test("is counted in days when near", () =>
    expect(distance(today, "2025-12-06", "fr")).toBe("dans 12 jours"));
  test("is counted in months, then in years", () => {
    expect(distance(today, "2026-05-24", "fr")).toBe("dans 6 mois");
    expect(distance(today, "2026-05-23", "fr")).toBe("dans 5 mois");
    expect(distance(today, "2028-11-30", "en")).toBe("in 3 years");
  });
  test("is a year when it is a year to the day, and a day less is eleven months", () => {
    expect(distance(today, "2026-11-24", "fr")).toBe("dans 1 an");
    expect(distance(today, "2026-11-23", "fr")).toBe("dans 11 mois");
    expect(distance("2026-11-24", today, "fr")).toBe("il y a 1 an");
    expect(distance("2024-02-29", "2025-02-28", "fr")).toBe("dans 1 an");
    expect(distance(today, "2027-11-23", "fr")).toBe("dans 23 mois");
    expect(distance(today, "2027-11-24", "fr")).toBe("dans 2 ans");
  });
  test("is today when it is today", () => expect(distance(today, today, "fr")).toBe("aujourd’hui"));
  test("is yesterday or tomorrow next to it", () => {
    expect(distance(today, "2025-11-23", "fr")).toBe("hier");
    expect(distance(today, "2025-11-25", "fr")).toBe("demain");
  });
  test("looks back", () => expect(distance(today, "2025-11-21", "en")).toBe("3 days ago"));
  test("does not stumble over a change of the clocks", () =>
    expect(daysBetween("2025-10-25", "2025-10-27")).toBe(2));
});

test("a date inside a sentence is not broken across lines", () =>
  expect(unbrokenDates("Conservé jusqu’au 3 mars 2028, deux ans")).toBe(
    "Conservé jusqu’au 3\u00a0mars\u00a02028, deux ans",
  ));

test("the day after and the day before cross months and years", () => {
  expect(dayAfter("2025-12-31")).toBe("2026-01-01");
  expect(dayBefore("2028-03-01")).toBe("2028-02-29");
});

test("a month after the last of January is the last of February", () => {
  expect(monthAfter("2026-01-31")).toBe("2026-02-28");
  expect(monthAfter("2025-12-24")).toBe("2026-01-24");
});
