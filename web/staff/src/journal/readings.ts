import type { Reading } from "../api/types.ts";

/**
 * Understands a journal as a person asks for it: by day and by reader. Whoever is not of the file's unit, or came by
 * exceptional access, stands first; what each did is detail.
 */
export interface ReaderOfDay {
  first: Reading;
  /** Each kind of act once, the newest first, with how often it was done. */
  acts: { reading: Reading; times: number }[];
  /** Whether one would not have expected them here. */
  unusual: boolean;
}

export interface ReadingDay {
  day: string;
  readers: ReaderOfDay[];
}

/** Whoever one would not have expected, and the others; both stay in the order in which the journal comes, the newest first. */
export function unexpectedFirst(readings: readonly Reading[], unit: string): [Reading[], Reading[]] {
  return [
    readings.filter((reading) => isUnexpected(reading, unit)),
    readings.filter((reading) => !isUnexpected(reading, unit)),
  ];
}

function isUnexpected(reading: Reading, unit: string): boolean {
  return reading.exceptional != null || (reading.unit != null && reading.unit !== unit);
}

/** The journal comes newest first, and its days stay so. */
export function byDay(
  readings: readonly Reading[],
  dayOf: (instant: string) => string,
  unit: string,
): ReadingDay[] {
  const days = new Map<string, Map<string, ReaderOfDay>>();
  for (const reading of readings) {
    const day = dayOf(reading.at);
    const readers = days.get(day) ?? new Map<string, ReaderOfDay>();
    days.set(day, readers);
    const unusual = isUnexpected(reading, unit);
    const key = `${reading.reader.id} ${reading.role} ${unusual}`;
    const reader = readers.get(key) ?? { first: reading, acts: [], unusual };
    readers.set(key, reader);
    const act = reader.acts.find((one) => sameAct(one.reading, reading));
    if (act) {
      act.times += 1;
    } else {
      reader.acts.push({ reading, times: 1 });
    }
  }
  return [...days].map(([day, readers]) => ({
    day,
    readers: [...readers.values()].sort((a, b) => Number(b.unusual) - Number(a.unusual)),
  }));
}

function sameAct(one: Reading, other: Reading): boolean {
  return (
    one.reason === other.reason &&
    one.compartments.join() === other.compartments.join() &&
    one.exceptional?.reason === other.exceptional?.reason &&
    one.exceptional?.reasonText === other.exceptional?.reasonText
  );
}
