import type { DueRow, FileRow, Named } from "../api/types.ts";
import { nearness } from "../dates/days.ts";

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

/** What is far off does not stand among what is to be done; it waits below, quietly. */
export function nearAndFar(lines: readonly DueLine[], today: string): { near: DueLine[]; far: DueLine[] } {
  const isFar = ({ due }: DueLine) => !due.late && nearness(due.on.slice(0, 10), today) === "later";
  return { near: lines.filter((line) => !isFar(line)), far: lines.filter(isFar) };
}
