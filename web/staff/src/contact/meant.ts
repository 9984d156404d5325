import type { CodedItem } from "../api/types.ts";
import { plain } from "../search/matching.ts";

/** Words that say nothing of what is looked for. */
const EMPTY = new Set("a au aux d de des du en et l la le les of or ou par pour s un une the".split(" "));
const SHORTEST_PART = 4;

/**
 * The items that are meant by what is typed, best first: each word is a word of the code, label, area or synonyms, begins
 * one, or for longer words is part of one. Accents, case, points in acronyms and plurals do not count.
 */
export function meantBy<I extends CodedItem>(text: string, catalogue: readonly I[]): I[] {
  const typed = tokensOf(text);
  if (typed.length === 0) {
    return [];
  }
  return catalogue
    .map((item) => {
      const own = wordsOf(`${item.code} ${item.label}`);
      const others = wordsOf([...item.synonyms, item.areaLabel].join(" "));
      const far = (word: string) => Math.min(distance(word, own), distance(word, others) + 0.5);
      return {
        item,
        far: typed.map(({ whole, parts }) => Math.min(far(whole), Math.max(...parts.map(far)))),
      };
    })
    .filter(({ far }) => far.every(Number.isFinite))
    .sort((one, other) => sum(one.far) - sum(other.far))
    .map(({ item }) => item);
}

/** A whole word is nearest, then the beginning of one, then a part; what is none of these is infinitely far. */
function distance(typed: string, words: readonly string[]): number {
  if (words.includes(typed) || words.includes(singular(typed))) {
    return 0;
  }
  const stem = singular(typed);
  if (words.some((word) => word.startsWith(stem))) {
    return 1;
  }
  return stem.length >= SHORTEST_PART && words.some((word) => word.includes(stem))
    ? 2
    : Number.POSITIVE_INFINITY;
}

function singular(word: string): string {
  return word.length >= SHORTEST_PART ? word.replace(/[sx]$/, "") : word;
}

interface Token {
  whole: string;
  parts: string[];
}

/** E.D.F. is one word, aujourd'hui and P03.7 as well as their parts. */
function tokensOf(text: string): Token[] {
  const all = plain(text)
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (acronym) => acronym.replaceAll(".", ""))
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "")
    .map((whole) => ({ whole, parts: telling(whole.split(/[^\p{L}\p{N}]+/u)) }));
  const some = all.filter(({ whole }) => !EMPTY.has(whole));
  return some.length > 0 ? some : all;
}

function wordsOf(text: string): string[] {
  return tokensOf(text).flatMap(({ whole, parts }) => [whole, ...parts]);
}

function telling(words: readonly string[]): string[] {
  const some = words.filter((word) => !EMPTY.has(word));
  return some.length > 0 ? some : [...words];
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
