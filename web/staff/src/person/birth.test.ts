import { describe, expect, it, test } from "vitest";
import { agesOf, birthOf, mayBeOne } from "./birth.ts";

test("a birth stands in one field, as far as it is known", () => {
  expect(birthOf({ birthDate: "1987-12-03", birthYear: null })).toBe("1987-12-03");
  expect(birthOf({ birthDate: null, birthYear: 1987 })).toBe("1987");
  expect(birthOf({})).toBe("");
});

test("a day and its year may be one birth, two days or another year may not", () => {
  expect(mayBeOne("1987-12-03", "1987")).toBe(true);
  expect(mayBeOne("1987", "1987-12-03")).toBe(true);
  expect(mayBeOne("1987-12-03", "1987-12-04")).toBe(false);
  expect(mayBeOne("1986", "1987-12-03")).toBe(false);
});

describe("who was born in a year", () => {
  it.each([
    [1987, "2025-11-24", [37, 38]],
    [1987, "2025-12-31", [38]],
    [2024, "2025-11-24", [0, 1]],
    [2025, "2025-11-24", [0]],
  ])("of %s is, on %s, of the age %s", (year, today, ages) => expect(agesOf(year, today)).toEqual(ages));
});
