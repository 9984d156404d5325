export interface Range {
  start: number;
  end: number;
}

/** A selection, widened so that no character as one sees it is cut: an accent, a flag, a family of signs. */
export function wholeCharacters(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    const behind = index + segment.length;
    if (index < start && start < behind) {
      from = index;
    }
    if (index < end && end < behind) {
      to = behind;
    }
  }
  return { start: from, end: to };
}
