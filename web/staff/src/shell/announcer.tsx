import { useSyncExternalStore } from "react";

/** Says to assistive technology what happened, without moving the focus. */
let said = { text: "", turn: 0 };
const readers = new Set<() => void>();

export function announce(text: string): void {
  said = { text, turn: said.turn + 1 };
  for (const reader of readers) {
    reader();
  }
}

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(
    (reader) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    () => said,
  );
  // Two regions in turn, so that the same sentence said twice is heard twice.
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {turn % 2 === 0 ? text : ""}
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {turn % 2 === 1 ? text : ""}
      </div>
    </>
  );
}
