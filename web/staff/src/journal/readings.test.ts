import { describe, expect, it } from "vitest";
import type { Reading } from "../api/types.ts";
import { byDay } from "./readings.ts";

const reading = (at: string, id: string, reason = "file"): Reading => ({
  at,
  reader: { id, name: id },
  role: "worker",
  unit: "centre",
  compartments: ["identity", "narrative"],
  reason,
  reasonLabel: reason,
});

const day = (instant: string) => instant.slice(0, 10);

describe("a journal by day", () => {
  it("keeps the newest first", () => {
    const days = byDay(
      [reading("2026-03-02T10:00:00Z", "claire"), reading("2026-03-01T10:00:00Z", "claire")],
      day,
    );
    expect(days.map((one) => one.day)).toEqual(["2026-03-02", "2026-03-01"]);
  });

  it("says once what one reader did several times in a row", () => {
    const [only] = byDay(
      [reading("2026-03-02T10:02:00Z", "claire"), reading("2026-03-02T10:00:00Z", "claire")],
      day,
    );
    expect(only?.groups).toHaveLength(1);
    expect(only?.groups[0]?.times).toBe(2);
  });

  it("keeps readers apart", () => {
    const [only] = byDay(
      [reading("2026-03-02T10:02:00Z", "claire"), reading("2026-03-02T10:00:00Z", "yanis")],
      day,
    );
    expect(only?.groups).toHaveLength(2);
  });

  it("keeps apart what was done for different reasons", () => {
    const [only] = byDay(
      [reading("2026-03-02T10:02:00Z", "claire", "print"), reading("2026-03-02T10:00:00Z", "claire")],
      day,
    );
    expect(only?.groups).toHaveLength(2);
  });
});
