import { perLanguage } from "../words/formats.ts";
import { dayAfter, dayBefore } from "./days.ts";

/**
 * Understands a day as somebody types it, in the order in which the language of the interface writes it (day, month, year),
 * whatever the browser's own: 3/12/1987, 3.12.87, 03121987, 3 décembre 1987, hier. What it cannot tell, it does not guess.
 */
export interface Frame {
  language: string;
  today: string;
  /** The last day that makes sense: a year that was left out, or in two digits, is then the last one that fits. */
  max?: string | undefined;
}

const EARLIEST_YEAR = 1870;
const LATEST_YEAR = 2199;
const FEWEST_LETTERS = 3;
const YOUNGEST = 1;
const OLDEST = 130;

/** A number of years that says so, or one after a word that is said of ages alone: "vers 38" is a year as well as an age. */
const AGE =
  /^(?:(?:(?:[aâ]g[ée]e?\s+(?:de|d['’])\s*|aged\s+)?(?:(?:environ|env\.?|vers|[aà] peu pr[eè]s|about|around|approximately|approx\.?|ca\.?|c\.|~|≈)\s*)?(?<years>[-−]?\d{1,4})\s*(?:ans?|years?(?:[\s-]old)?)(?:\s+environ)?)|(?:about|around|aged(?:\s+about)?)\s+(?<about>[-−]?\d{1,3}))$/;

const WORDS: Record<string, (today: string) => string> = {
  aujourdhui: (today) => today,
  today: (today) => today,
  hier: dayBefore,
  yesterday: dayBefore,
  avanthier: (today) => dayBefore(dayBefore(today)),
  demain: dayAfter,
  tomorrow: dayAfter,
};

const monthNames = perLanguage((locale) => {
  const long = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, at) => letters(long.format(Date.UTC(2000, at, 1))));
});
const weekdayNames = perLanguage((locale) => {
  const long = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, at) => letters(long.format(Date.UTC(2000, 0, 3 + at))));
});

/** Whether this is a day as the services write it, and one of the calendar. */
export function isDay(value: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return found !== null && day(Number(found[1]), Number(found[2]), Number(found[3])) === value;
}

/** Whether this is a year as the services write it, and one of which a day could be typed. */
export function isYear(value: string): boolean {
  return /^\d{4}$/.test(value) && isWithinReach(Number(value));
}

/** A year alone, in four digits. Who wants a day does not ask for it. */
export function readYear(typed: string): string | undefined {
  const text = bare(typed);
  return isYear(text) ? text : undefined;
}

/**
 * The year in which somebody was born whose age is all that is known, as one says it: environ 38 ans, vers 38 ans, 38 ans, about
 * 38, aged 38. It may be a year off, and no more than about right.
 */
export function readAge(typed: string, today: string): string | undefined {
  const age = ageIn(typed);
  return age !== undefined && age >= YOUNGEST && age <= OLDEST
    ? String(Number(today.slice(0, 4)) - age)
    : undefined;
}

/** Whether it is said like an age, be it one that nobody has. */
export function isAge(typed: string): boolean {
  return ageIn(typed) !== undefined;
}

function ageIn(typed: string): number | undefined {
  const said = AGE.exec(bare(typed));
  const figures = said?.groups?.["years"] ?? said?.groups?.["about"];
  return figures === undefined ? undefined : Number(figures.replace("−", "-"));
}

export function readDay(typed: string, { language, today, max }: Frame): string | undefined {
  const text = bare(typed);
  const said = WORDS[letters(text)];
  if (said && !/\d/.test(text)) {
    return said(today);
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) {
    return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const parts = numbersIn(text, language);
  if (!parts) {
    return undefined;
  }
  const { date, month, year } = parts;
  return day(yearOf(year, month, date, today, max), month, date);
}

/** A day as it stands in a field: 03/12/1987. */
export function writeDay(value: string): string {
  return isDay(value) ? value.split("-").reverse().join("/") : value;
}

interface Numbers {
  date: number;
  month: number;
  year: string;
}

function numbersIn(text: string, language: string): Numbers | undefined {
  const apart = /^(\d{1,2})\s*[/.\s-]\s*(\d{1,2})(?:\s*[/.\s-]\s*(\d{2}|\d{4}))?$/.exec(text);
  const together = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(text);
  const found = apart ?? together;
  if (found) {
    return { date: Number(found[1]), month: Number(found[2]), year: found[3] ?? "" };
  }
  const words = text.split(/[\s,.]+/).filter((word) => word !== "" && !isWeekday(word, language));
  const named = /\d/.test(words[0] ?? "") ? [words[0], words[1], words[2]] : [words[1], words[0], words[2]];
  const date = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(named[0] ?? "");
  const month = monthNamed(named[1] ?? "", language);
  const year = named[2] ?? "";
  return date && month && words.length <= 3 && /^(\d{2}|\d{4})?$/.test(year)
    ? { date: Number(date[1]), month, year }
    : undefined;
}

/** The one month that begins so; of "jui" there are two. */
function monthNamed(word: string, language: string): number | undefined {
  const start = letters(word);
  const fitting = monthNames(language).filter((name) => name.startsWith(start));
  const [only] = fitting;
  return start.length >= FEWEST_LETTERS && fitting.length === 1 && only
    ? monthNames(language).indexOf(only) + 1
    : undefined;
}

function isWeekday(word: string, language: string): boolean {
  return weekdayNames(language).includes(letters(word));
}

function yearOf(year: string, month: number, date: number, today: string, max: string | undefined): number {
  if (year.length === 4) {
    return Number(year);
  }
  const thisYear = Number(today.slice(0, 4));
  const near = year === "" ? thisYear : Math.floor(thisYear / 100) * 100 + Number(year);
  const fits = max === undefined || (day(near, month, date) ?? `${near}-${month}`) <= max;
  return fits ? near : near - (year === "" ? 1 : 100);
}

function day(year: number, month: number, date: number): string | undefined {
  const found = new Date(Date.UTC(year, month - 1, date));
  return isWithinReach(year) && found.getUTCMonth() === month - 1 && found.getUTCDate() === date
    ? found.toISOString().slice(0, 10)
    : undefined;
}

function isWithinReach(year: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

function bare(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase();
}

function letters(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\P{L}/gu, "");
}
