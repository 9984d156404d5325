import type { Cell, CodeKind, Grid, Measure, Unit } from "../api/types.ts";

/** Understands the yearly grid as it is read: one line per theme, one column per unit. */
export interface GridRow {
  key: string;
  measure: Measure;
  /** The theme's own name; absent for what is counted as a whole. */
  area?: string;
  values: (Figure | undefined)[];
}

/** A figure, or the word that it is kept secret. */
export type Figure = number | "secret";

export interface GridSection {
  measure: "whole" | "problems" | "interventions";
  rows: GridRow[];
}

const MEASURE_OF: Record<CodeKind, Measure> = { problem: "problems", intervention: "interventions" };

export function sectionsOf(grid: Grid, units: readonly Unit[]): GridSection[] {
  const figures = new Map(grid.cells.map((cell) => [keyOf(cell.unit, cell.measure, cell.area), cell]));

  function row(measure: Measure, area?: { code: string; label: string }): GridRow {
    return {
      key: `${measure} ${area?.code ?? ""}`,
      measure,
      ...(area ? { area: area.label } : {}),
      values: units.map((unit) => figureOf(figures.get(keyOf(unit.code, measure, area?.code)), unit)),
    };
  }

  function themes(kind: CodeKind): GridRow[] {
    return grid.areas.filter((area) => area.kind === kind).map((area) => row(MEASURE_OF[kind], area));
  }

  return [
    { measure: "whole", rows: [row("persons"), row("households"), row("information")] },
    { measure: "problems", rows: themes("problem") },
    { measure: "interventions", rows: themes("intervention") },
  ];
}

/** A unit on paper has no figures here; elsewhere, what is not there did not happen. */
function figureOf(cell: Cell | undefined, unit: Unit): Figure | undefined {
  if (cell) {
    return cell.value ?? "secret";
  }
  return unit.paper ? undefined : 0;
}

function keyOf(unit: string, measure: Measure, area: string | null | undefined): string {
  return `${unit} ${measure} ${area ?? ""}`;
}

export function hasFigures(grid: Grid): boolean {
  return grid.cells.some((cell) => (cell.value ?? 1) > 0);
}
