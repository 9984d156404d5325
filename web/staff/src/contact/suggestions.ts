import type { CodedItem } from "../api/types.ts";
import { plain } from "../search/matching.ts";

/**
 * Understands which codes a text may call for: those whose label's words occur in it. Computed here, from what is on the
 * screen; nothing of it is sent or kept, and a suggestion counts for nothing until it is chosen.
 */
const MOST = 5;
const SHORTEST_WORD = 4;

/** Words that label many things and tell nothing. */
const EMPTY = new Set(
  "autre autres avec dans pour sans sous leur leurs elle cette ceux dont etre avoir other others with from their"
    .split(" ")
    .map(stem),
);

export function suggestedFor(
  text: string,
  catalogue: readonly CodedItem[],
  chosen: readonly string[],
): CodedItem[] {
  const said = new Set(wordsOf(text));
  const meaning = catalogue.map((item) => ({ item, words: [...new Set(wordsOf(item.label))] }));
  const labels = new Map<string, number>();
  for (const word of meaning.flatMap(({ words }) => words)) {
    labels.set(word, (labels.get(word) ?? 0) + 1);
  }
  // A word that few labels have says more than one that many have.
  const telling = (word: string) => 1 / (labels.get(word) ?? 1);
  return meaning
    .filter(({ item }) => !chosen.includes(item.code))
    .map(({ item, words }) => {
      const found = words.filter((word) => said.has(word));
      return { item, share: found.length / Math.max(words.length, 1), weight: sum(found.map(telling)) };
    })
    .filter(({ share, weight }) => share >= 0.5 && weight >= 0.3)
    .sort((a, b) => b.share - a.share || b.weight - a.weight)
    .slice(0, MOST)
    .map(({ item }) => item);
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length >= SHORTEST_WORD)
    .map(stem)
    .filter((word) => !EMPTY.has(word));
}

/** Singular and plural, feminine and masculine are one word. */
function stem(word: string): string {
  return word.replace(/(ees|ee|es|e|s|x)$/, "");
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
