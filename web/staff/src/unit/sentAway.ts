import { useSyncExternalStore } from "react";
import { Readers } from "../page/readers.ts";

/** A file that was just sent to another unit, and can no longer be read here. */
export interface SentAway {
  fileId: string;
  name: string;
  unit: string;
}

let last: SentAway | undefined;
const readers = new Readers();

/** Remembered in this window alone, and only while it stands: it holds a name. */
export function rememberSentAway(sent: SentAway | undefined): void {
  last = sent;
  readers.tell();
}

export function useSentAway(): SentAway | undefined {
  return useSyncExternalStore(readers.subscribe, () => last);
}
