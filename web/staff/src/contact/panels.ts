import { useSyncExternalStore } from "react";
import { deskOf, subscribe as whenWritten } from "../draft/desks.ts";
import type { DraftKind } from "../draft/writing.ts";
import { Readers } from "../page/readers.ts";

/** Knows which part of which contact is open below its text: one at a time in the whole timeline. */
export type Panel = "codes" | "files" | "wordings" | "withdrawal";

let shown: { contactId: string; panel: Panel } | undefined;
const readers = new Readers();

export function usePanel(contactId: string): Panel | undefined {
  return useSyncExternalStore(readers.subscribe, () =>
    shown?.contactId === contactId ? shown.panel : undefined,
  );
}

export function showPanel(contactId: string, panel: Panel): void {
  shown = { contactId, panel };
  readers.tell();
}

export function hidePanel(): void {
  shown = undefined;
  readers.tell();
}

/** A contact on its way has no number yet: its panel opens once it is recorded. */
export function showPanelOfSent(fileId: string, kind: DraftKind, key: string, panel: Panel): void {
  const found = () => deskOf(fileId, kind).sent.find((one) => one.key === key);
  const id = found()?.recordedAs;
  if (id) {
    showPanel(id, panel);
    return;
  }
  const stop = whenWritten(() => {
    const sent = found();
    if (!sent || sent.recordedAs) {
      stop();
    }
    if (sent?.recordedAs) {
      showPanel(sent.recordedAs, panel);
    }
  });
}

/** The form of a panel goes when another panel opens, wherever it is in the timeline. */
export function inPanel(form: HTMLFormElement): boolean {
  return form.closest("[data-panels]") !== null;
}
