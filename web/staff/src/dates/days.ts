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
  const [year, month, date] = partsOf(day);
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

/** "dans 12 jours", "dans 1 an": days up to two months, months of the calendar up to two years, whole years as years. */
export function distance(from: string, to: string, language: string): string {
  const days = daysBetween(from, to);
  const words = Math.abs(days) <= 1 ? inWords(language) : inNumbers(language);
  if (Math.abs(days) <= SOON_DAYS) {
    return words.format(days, "day");
  }
  const months = days > 0 ? monthsBetween(from, to) : -monthsBetween(to, from);
  if (Math.abs(months) < 24 && months % 12 !== 0) {
    return words.format(months, "month");
  }
  return words.format(Math.trunc(months / 12), "year");
}

/** How often a day of the calendar has come back a month later: from the last of January to the last of February once. */
function monthsBetween(from: string, to: string): number {
  const [year, month, date] = partsOf(from);
  const [laterYear, laterMonth, laterDate] = partsOf(to);
  const last = new Date(Date.UTC(laterYear, laterMonth, 0)).getUTCDate();
  const months = (laterYear - year) * 12 + laterMonth - month;
  return laterDate >= Math.min(date, last) ? months : months - 1;
}

function partsOf(day: string): [number, number, number] {
  return day.split("-").map(Number) as [number, number, number];
}

/** The same, never broken across lines: for use inside a sentence. */
export function unbrokenDistance(from: string, to: string, language: string): string {
  return distance(from, to, language).replaceAll(" ", "\u00a0");
}

/** Keeps the parts of a written date on one line. */
export function unbrokenDates(sentence: string): string {
  return sentence.replace(/(\d{1,2}(?:er)?) (\p{L}+) (\d{4})/gu, "$1\u00a0$2\u00a0$3");
}
