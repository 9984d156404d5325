import { perLanguage } from "../words/formats.ts";

/** Understands calendar days as the services write them (2028-03-03), and says them in words. */
export type Nearness = "late" | "due" | "later";

const DAY = 86_400_000;
const SOON_DAYS = 60;

const full = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
);
const weekday = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }),
);
const time = perLanguage((locale) => new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }));
const inNumbers = perLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "always" }));
const inWords = perLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}

/** The same day a month later; the month's last day where it has no such day. */
export function monthAfter(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

export function nearness(dueOn: string, today: string): Nearness {
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    return "late";
  }
  return days <= SOON_DAYS ? "due" : "later";
}

/** "3 mars 2028": dates are always written in full, and never broken across lines. */
export function inFull(day: string, language: string): string {
  return full(language)
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 /, language === "fr" ? "1er " : "1 ")
    .replaceAll(" ", "\u00a0");
}

export function weekdayInFull(day: string, language: string): string {
  return `${weekday(language).format(new Date(`${day}T00:00:00Z`))} ${inFull(day, language)}`;
}

export function momentInFull(instant: string, language: string): string {
  return `${inFull(localDay(instant), language)}, ${timeOfDay(instant, language)}`;
}

/** The calendar day of an instant, where the reader is. */
export function localDay(instant: string): string {
  const moment = new Date(instant);
  return [
    moment.getFullYear(),
    String(moment.getMonth() + 1).padStart(2, "0"),
    String(moment.getDate()).padStart(2, "0"),
  ].join("-");
}

export function timeOfDay(instant: string, language: string): string {
  return time(language).format(new Date(instant));
}

/** "dans 12 jours", "il y a 3 mois": days up to two months, months up to two years, then years. */
export function distance(from: string, to: string, language: string): string {
  const days = daysBetween(from, to);
  const words = days === 0 ? inWords(language) : inNumbers(language);
  const size = Math.abs(days);
  if (size <= SOON_DAYS) {
    return words.format(days, "day");
  }
  if (size < 730) {
    return words.format(Math.trunc(days / 30.44), "month");
  }
  return words.format(Math.trunc(days / 365.25), "year");
}

/** The same, never broken across lines: for use inside a sentence. */
export function unbrokenDistance(from: string, to: string, language: string): string {
  return distance(from, to, language).replaceAll(" ", "\u00a0");
}

/** Keeps the parts of a written date on one line. */
export function unbrokenDates(sentence: string): string {
  return sentence.replace(/(\d{1,2}(?:er)?) (\p{L}+) (\d{4})/gu, "$1\u00a0$2\u00a0$3");
}
