import type { DueRow, FileRow, Named } from "../api/types.ts";

/** Understands what is due as lines to read: with the person's name where the unit's list has it, by number elsewhere. */
export interface DueLine {
  due: DueRow;
  person: Named | undefined;
}

export function dueLines(due: readonly DueRow[], rows: readonly FileRow[]): DueLine[] {
  const persons = new Map(rows.map((row) => [row.fileId, row.person]));
  return due
    .filter(({ kind }) => kind !== "deadline")
    .map((one) => ({ due: one, person: persons.get(one.fileId) }))
    .sort((a, b) => a.due.on.localeCompare(b.due.on));
}
