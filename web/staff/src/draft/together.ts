import { Lines } from "./lines.ts";
import type { Text } from "./text.ts";

/** What has to happen on a desk so that it holds all that is written there and elsewhere. */
export interface Change {
  gone: string[];
  replaced: Text[];
  /** What was written on here and elsewhere: this one is a text of its own from now on. */
  parted: { from: string; to: string }[];
  added: Text[];
}

/**
 * Understands what one person wrote on the same file in two places: what only one of them touched since both last agreed is
 * taken from there, and what both touched becomes two texts. None is lost: what was written elsewhere on a text that is on its
 * way from here is a text of its own.
 */
export function together(
  mine: Text[],
  agreed: Text[],
  theirs: Text[],
  anew: () => string,
  onTheWay: ReadonlySet<string> = new Set(),
  lines = new Lines(),
): Change {
  const change: Change = { gone: [], replaced: [], parted: [], added: [] };
  for (const one of theirs) {
    const here = find(mine, one.key);
    const before = find(agreed, one.key);
    if (!here) {
      if (!before || !same(before, one)) {
        change.added.push(one);
      }
    } else if (!same(here, one) && !(before && same(before, one))) {
      if (lines.isForerunner(one)) {
        continue;
      }
      if (onTheWay.has(one.key)) {
        change.added.push({ key: anew(), draft: one.draft });
      } else if (lines.isCarried(here)) {
        if ((one.at ?? Number.POSITIVE_INFINITY) > (here.at ?? 0)) {
          change.replaced.push(one);
        }
      } else if (before && same(before, here)) {
        change.replaced.push(one);
      } else {
        change.parted.push({ from: one.key, to: anew() });
        change.added.push(one);
      }
    }
  }
  for (const one of mine) {
    const before = find(agreed, one.key);
    if (before && same(before, one) && !find(theirs, one.key)) {
      change.gone.push(one.key);
    }
  }
  return change;
}

function find(texts: Text[], key: string): Text | undefined {
  return texts.find((one) => one.key === key);
}

function same(one: Text, other: Text): boolean {
  return JSON.stringify(one.draft) === JSON.stringify(other.draft);
}
