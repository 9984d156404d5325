import { useSyncExternalStore } from "react";
import { Readers } from "../page/readers.ts";

/** Remembers, while the tab is open, what was just moved out of a file, so that it can be taken back. */
export interface Move {
  toFileId: string;
  contactId: string;
  undone?: boolean;
}

const moves = new Map<string, Move>();
const readers = new Readers();

export function useMove(fileId: string): Move | undefined {
  return useSyncExternalStore(readers.subscribe, () => moves.get(fileId));
}

export function rememberMove(fileId: string, move: Move | undefined): void {
  if (move) {
    moves.set(fileId, move);
  } else {
    moves.delete(fileId);
  }
  readers.tell();
}
