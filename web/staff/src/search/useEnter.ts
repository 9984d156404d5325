import { type KeyboardEvent, useEffect, useState } from "react";

interface List {
  /** What is typed, as it stands. */
  text: string;
  /** Whether Enter was pressed before the list was there. */
  entered?: boolean;
  /** The values of the lines, in the order shown. */
  lines: readonly string[];
  /** Whether the lines answer the text as it stands. */
  settled: boolean;
  /** The place of the line that stands out. */
  selected: () => number;
  /** Makes a line stand out. */
  select: (place: number) => void;
  /** Asks at once for what the text as it stands finds. */
  hurry: () => void;
  choose: (line: string) => void;
}

const ARROWS = ["ArrowDown", "ArrowUp"];

/**
 * Understands which line Enter means. Lines that answer an earlier text may stand there while somebody types: Enter waits
 * for those that answer the text as it stands, and means the first of them, or the one to which arrows led.
 */
export function useEnter({ text, entered, lines, settled, selected, select, hurry, choose }: List) {
  /** Where arrows led. It stays the same line when others come. */
  const [pointed, setPointed] = useState<string>();
  const [pressed, setPressed] = useState<{ text: string; line: string | undefined } | undefined>(
    entered ? { text, line: undefined } : undefined,
  );
  const shown = lines.join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line is made to stand out anew whenever other lines are shown
  useEffect(() => {
    select(Math.max(0, pointed === undefined ? 0 : lines.indexOf(pointed)));
  }, [shown, settled]);

  useEffect(() => {
    if (pressed && (settled || pressed.text !== text)) {
      setPressed(undefined);
      const line = pressed.line ?? lines[0];
      if (pressed.text === text && line !== undefined && lines.includes(line)) {
        choose(line);
      }
    }
  });

  return {
    /** Whether Enter was pressed and its lines are still to come. */
    waiting: pressed !== undefined,
    /** To be called as the text changes. */
    onType: () => setPointed(undefined),
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (
        event.key === "Enter" &&
        !settled &&
        !event.nativeEvent.isComposing &&
        !event.ctrlKey &&
        !event.metaKey
      ) {
        event.preventDefault();
        event.stopPropagation();
        setPressed({ text, line: pointed });
        hurry();
      }
    },
    /** After the list itself has moved. */
    onKeyUp: (event: KeyboardEvent) => {
      if (ARROWS.includes(event.key)) {
        setPointed(lines[selected()]);
      }
    },
  };
}
