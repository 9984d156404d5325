import { expect, test } from "vitest";
import { troubleInSplit } from "./split.ts";

const split = { going: ["a"], present: 3, on: "2025-11-24", today: "2025-11-24" };

test("some go and some stay, today or before", () => expect(troubleInSplit(split)).toEqual({}));
test("nobody chosen splits nothing", () =>
  expect(troubleInSplit({ ...split, going: [] }).who).toBe("nobodyGoes"));
test("when all go, it is not a split", () =>
  expect(troubleInSplit({ ...split, going: ["a", "b", "c"] }).who).toBe("nobodyStays"));
test("a day is needed, and one that has come", () => {
  expect(troubleInSplit({ ...split, on: "" }).on).toBe("dateMissing");
  expect(troubleInSplit({ ...split, on: "2025-11-25" }).on).toBe("dateAhead");
});
