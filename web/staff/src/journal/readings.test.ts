import { describe, expect, it } from "vitest";
import type { Reading } from "../api/types.ts";
import { byDay, unexpectedFirst } from "./readings.ts";

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
  const one = (...readings: Reading[]) => byDay(readings, day, "centre");

  it("keeps the newest first", () => {
    const days = one(reading("2026-03-02T10:00:00Z", "claire"), reading("2026-03-01T10:00:00Z", "claire"));
    expect(days.map((each) => each.day)).toEqual(["2026-03-02", "2026-03-01"]);
  });

  it("names a reader once, whatever others did in between, and counts what they did", () => {
    const [only] = one(
      reading("2026-03-02T10:04:00Z", "claire"),
      reading("2026-03-02T10:03:00Z", "amina"),
      reading("2026-03-02T10:02:00Z", "claire", "print"),
      reading("2026-03-02T10:00:00Z", "claire"),
    );
    expect(only?.readers.map(({ first }) => first.reader.id)).toEqual(["claire", "amina"]);
    expect(only?.readers[0]?.acts.map(({ reading: { reason }, times }) => [reason, times])).toEqual([
      ["file", 2],
      ["print", 1],
    ]);
  });

  it("puts first who is of another unit, or came by exceptional access", () => {
    const [only] = one(reading("2026-03-02T10:04:00Z", "claire"), {
      ...reading("2026-03-02T10:03:00Z", "yanis"),
      unit: "north",
    });
    expect(only?.readers.map(({ first }) => first.reader.id)).toEqual(["yanis", "claire"]);
  });
});

describe("a journal across its pages", () => {
  it("has those one would not have expected before all others, however long ago", () => {
    const old = { ...reading("2025-03-02T10:00:00Z", "yanis"), unit: "north" };
    const exceptional: Reading = {
      ...reading("2025-06-02T10:00:00Z", "nora"),
      exceptional: { reason: "emergency" },
    };
    const [unexpected, expected] = unexpectedFirst(
      [reading("2026-03-02T10:00:00Z", "claire"), exceptional, old, reading("2024-03-02T10:00:00Z", "amina")],
      "centre",
    );
    expect(unexpected.map(({ reader }) => reader.id)).toEqual(["nora", "yanis"]);
    expect(expected.map(({ reader }) => reader.id)).toEqual(["claire", "amina"]);
  });
});
