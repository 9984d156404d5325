import { describe, expect, test } from "vitest";
import { graceOver, mayResume, pace, reversible, standing } from "./stages.ts";

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
  const progress = {
    total: 2,
    suspended: 0,
    removed: 0,
    confirmations: [],
    awaiting: [],
    late: [],
    droppedOut: [],
  };
  test("a run at work is at most two seconds old", () => {
    for (const state of ["removed", "confirmed", "pruned", "destroyed"] as const) {
      expect(pace({ state, paused: false, progress }, today)).toBeLessThanOrEqual(2_000);
    }
  });
  test("ends when it was called off, unless some were already removed and go on", () => {
    expect(pace({ state: "cancelled", paused: false, progress }, today)).toBe(false);
    expect(pace({ state: "cancelled", paused: false, progress: { ...progress, removed: 1 } }, today)).toBe(
      1_500,
    );
  });
  test("ends with the certificate", () =>
    expect(pace({ state: "certified", paused: false, progress }, today)).toBe(false));
});

test("what is irreversible begins when the keys are removed", () => {
  expect(reversible("suspended")).toBe(true);
  expect(reversible("removed")).toBe(false);
});

describe("a paused erasure", () => {
  const asked = { requestedBy: { id: "asks", name: "A" }, graceEndsOn: "2025-12-01" };
  test("is resumed by anybody while grace runs", () =>
    expect(mayResume(asked, "asks", "2025-11-30")).toBe(true));
  test("is not resumed by who asked once grace is over", () => {
    expect(mayResume(asked, "asks", "2025-12-01")).toBe(false);
    expect(mayResume(asked, "other", "2025-12-01")).toBe(true);
  });
  test("is not resumed by who asked if a restored database did not know that it had been stopped", () => {
    const recalled = { ...asked, recalled: { stop: "called-off", at: "2025-11-29T08:00:00Z" } } as const;
    expect(mayResume(recalled, "asks", "2025-11-30")).toBe(false);
    expect(mayResume(recalled, "other", "2025-11-30")).toBe(true);
  });
});

test("grace is over on its last day's end, for dates and instants alike", () => {
  expect(graceOver("2025-12-01", "2025-11-30")).toBe(false);
  expect(graceOver("2025-12-01T08:00:00Z", "2025-12-01")).toBe(true);
});
