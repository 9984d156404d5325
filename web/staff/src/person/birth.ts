/** Understands when somebody was born as far as it is known: on a day, or in a year. */
export interface Born {
  birthDate?: string | null;
  /** Where the day is not known. */
  birthYear?: number | null;
}

/** As it stands in one field: 1987-12-03, 1987, or nothing. */
export function birthOf({ birthDate, birthYear }: Born): string {
  return birthDate ?? birthYear?.toString() ?? "";
}

/** Whether one person may have both: a day lies in its year. */
export function mayBeOne(birth: string, other: string): boolean {
  return birth.startsWith(other) || other.startsWith(birth);
}

/** How old somebody may be who was born in a year: until its last day, of two ages either. */
export function agesOf(birthYear: number, today: string): number[] {
  const reached = Number(today.slice(0, 4)) - birthYear;
  return reached === 0 || today.endsWith("-12-31") ? [reached] : [reached - 1, reached];
}
