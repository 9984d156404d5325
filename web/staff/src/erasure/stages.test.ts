import { describe, expect, test } from "vitest";
import { graceOver, pace, reversible, standing } from "./stages.ts";

describe("the steps of an erasure", () => {
  test("are done up to its state, the next is under way, the rest lie ahead", () => {
    expect(standing("requested", "suspended")).toBe("done");
    expect(standing("suspended", "suspended")).toBe("done");
    expect(standing("removed", "suspended")).toBe("now");
    expect(standing("certified", "suspended")).toBe("ahead");
  });
  test("lie all ahead when it was cancelled", () => expect(standing("removed", "cancelled")).toBe("ahead"));
});

describe("following", () => {
  const today = "2025-11-24";
  test("a run at work is at most two seconds old", () => {
    for (const state of ["removed", "confirmed", "pruned", "destroyed"] as const) {
      expect(pace({ state, paused: false }, today)).toBeLessThanOrEqual(2_000);
    }
  });
  test("ends with the certificate", () =>
    expect(pace({ state: "certified", paused: false }, today)).toBe(false));
});

test("what is irreversible begins when the keys are removed", () => {
  expect(reversible("suspended")).toBe(true);
  expect(reversible("removed")).toBe(false);
});

test("grace is over on its last day's end, for dates and instants alike", () => {
  expect(graceOver("2025-12-01", "2025-11-30")).toBe(false);
  expect(graceOver("2025-12-01T08:00:00Z", "2025-12-01")).toBe(true);
});
