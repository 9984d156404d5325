import { expect, test } from "vitest";
import type { Deadline } from "../api/types.ts";
import { byRule, reasonOf, unitsOf } from "./matrix.ts";

const due = (rule: string, unit: string): Deadline => ({
  personId: `${rule}-${unit}`,
  unit,
  rule,
  ruleLabel: rule,
  action: "erase",
  dueOn: "2025-11-01",
  compartments: [],
});

test("deadlines are counted by rule and unit, the largest rule first", () => {
  const lines = byRule([
    due("single-visit", "north"),
    due("support-file", "centre"),
    due("support-file", "centre"),
  ]);
  expect(lines.map((line) => [line.rule, line.total])).toEqual([
    ["support-file", 2],
    ["single-visit", 1],
  ]);
  expect(lines[0]?.byUnit.get("centre")).toBe(2);
  expect(unitsOf(lines)).toEqual(["centre", "north"]);
});

test("a withdrawn consent is its own reason, other rules are deadlines", () => {
  expect(reasonOf("consent-withdrawn")).toBe("consent-withdrawn");
  expect(reasonOf("support-file")).toBe("deadline");
});

test("a rule by which things are looked at again is not one by which they are erased", () => {
  const line = {
    personId: "p",
    unit: "centre",
    rule: "third-party",
    ruleLabel: "",
    dueOn: "2025-01-01",
    compartments: [],
  };
  for (const action of ["erase", "review", "archive"]) {
    expect(byRule([{ ...line, action }])[0]?.action).toBe(action);
  }
});
