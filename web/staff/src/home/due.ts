import type { DueRow } from "../api/types.ts";
import { nearness } from "../dates/days.ts";

/** Understands what is due by person: each file once, the one with the soonest first, and what is due on it in its order. */
export interface DueFile {
  fileId: string;
  due: DueRow[];
}

/** When the files themselves end stands in their own list. */
export function byFile(due: readonly DueRow[]): DueFile[] {
  const lines = due.filter(({ kind }) => kind !== "deadline").sort((a, b) => a.on.localeCompare(b.on));
  const files = new Map<string, DueRow[]>();
  for (const line of lines) {
    files.set(line.fileId, [...(files.get(line.fileId) ?? []), line]);
  }
  return [...files].map(([fileId, rows]) => ({ fileId, due: rows }));
}

/** What is far off does not stand among what is to be done; it waits below, quietly. */
export function nearAndFar(due: readonly DueRow[], today: string): { near: DueRow[]; far: DueRow[] } {
  const isFar = ({ late, on }: DueRow) => !late && nearness(on.slice(0, 10), today) === "later";
  return { near: due.filter((line) => !isFar(line)), far: due.filter(isFar) };
}
