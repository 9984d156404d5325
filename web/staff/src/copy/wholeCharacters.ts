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

/** A selection in a text field, which counts each end of a line as one, in the text as it was written. */
export function asWritten(text: string, start: number, end: number): Range {
  return { start: placeOf(text, start), end: placeOf(text, end) };
}

function placeOf(text: string, shown: number): number {
  let place = 0;
  for (let left = shown; left > 0 && place < text.length; left--) {
    place += text.startsWith("\r\n", place) ? 2 : 1;
  }
  return place;
}
