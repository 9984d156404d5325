import { useSyncExternalStore } from "react";
import { Readers } from "../page/readers.ts";

/** Says to assistive technology what happened, without moving the focus. */
let said = { text: "", turn: 0 };
const readers = new Readers();

export function announce(text: string): void {
  said = { text, turn: said.turn + 1 };
  readers.tell();
}

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(readers.subscribe, () => said);
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
