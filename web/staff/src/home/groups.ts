import type { FileRow } from "../api/types.ts";
import { type Nearness, nearness } from "../dates/days.ts";

/** Understands how the unit's files stand in sections: late, due soon, later, not dated yet. */
export interface FileGroup {
  nearness: Nearness | "undated";
  rows: FileRow[];
}

const ORDER = ["late", "due", "later", "undated"] as const;

export function byNearness(rows: readonly FileRow[], today: string): FileGroup[] {
  const placed = rows.map((row) => ({ row, in: row.dueOn ? nearness(row.dueOn, today) : "undated" }));
  return ORDER.map((name) => ({
    nearness: name,
    rows: placed.filter((one) => one.in === name).map((one) => one.row),
  })).filter((group) => group.rows.length > 0);
}
