import { describe, expect, test } from "vitest";
import type { Grid } from "../api/types.ts";
import { hasFigures, sectionsOf } from "./rows.ts";

const grid: Grid = {
  year: 2025,
  threshold: 11,
  units: [
    { code: "centre", label: "Centre", paper: false },
    { code: "islands", label: "Îles", paper: true },
  ],
  areas: [
    { kind: "problem", code: "housing", label: "Logement" },
    { kind: "intervention", code: "housing", label: "Logement" },
  ],
  cells: [
    { unit: "centre", measure: "persons", value: 42 },
    { unit: "centre", measure: "information", value: 3 },
    { unit: "centre", measure: "problems", area: "housing", value: 7 },
    { unit: "centre", measure: "interventions", area: "housing", value: null },
  ],
};
const [whole, problems, interventions] = sectionsOf(grid, grid.units);

describe("the yearly grid", () => {
  test("begins with persons, households, and how much third parties reported", () => {
    expect(whole?.rows.map((row) => row.measure)).toEqual(["persons", "households", "information"]);
    expect(whole?.rows.map((row) => row.values)).toEqual([
      [42, undefined],
      [0, undefined],
      [3, undefined],
    ]);
  });
  test("tells problems from interventions in the same theme", () => {
    expect(problems?.rows[0]?.values[0]).toBe(7);
    expect(interventions?.rows[0]?.values[0]).toBe("secret");
  });
  test("has no figure for a unit on paper, and zero where nothing happened", () => {
    expect(problems?.rows[0]?.values[1]).toBeUndefined();
    expect(whole?.rows[1]?.values[0]).toBe(0);
  });
  test("is empty when nothing was recorded", () => {
    expect(hasFigures(grid)).toBe(true);
    expect(hasFigures({ ...grid, cells: [] })).toBe(false);
  });
});
