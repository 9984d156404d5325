import type { Reading } from "../api/types.ts";

/** Understands a journal as a person asks for it: by day, and what one reader did in one go as one line. */
export interface ReadingGroup {
  first: Reading;
  times: number;
}

export interface ReadingDay {
  day: string;
  groups: ReadingGroup[];
}

/** The journal comes newest first, and stays so; what repeats the line above counts there. */
export function byDay(readings: readonly Reading[], dayOf: (instant: string) => string): ReadingDay[] {
  const days: ReadingDay[] = [];
  for (const reading of readings) {
    const day = dayOf(reading.at);
    let current = days.at(-1);
    if (current?.day !== day) {
      current = { day, groups: [] };
      days.push(current);
    }
    const last = current.groups.at(-1);
    if (last && sameAct(last.first, reading)) {
      last.times += 1;
    } else {
      current.groups.push({ first: reading, times: 1 });
    }
  }
  return days;
}

function sameAct(one: Reading, other: Reading): boolean {
  return (
    one.reader.id === other.reader.id &&
    one.reason === other.reason &&
    one.role === other.role &&
    one.compartments.join() === other.compartments.join() &&
    one.exceptional?.reason === other.exceptional?.reason
  );
}
