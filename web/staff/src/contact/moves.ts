import { useSyncExternalStore } from "react";

/** Remembers, while the tab is open, what was just moved out of a file, so that it can be taken back. */
export interface Move {
  toFileId: string;
  contactId: string;
  undone?: boolean;
}

const moves = new Map<string, Move>();
const readers = new Set<() => void>();

export function useMove(fileId: string): Move | undefined {
  return useSyncExternalStore(
    (reader) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    () => moves.get(fileId),
  );
}

export function rememberMove(fileId: string, move: Move | undefined): void {
  if (move) {
    moves.set(fileId, move);
  } else {
    moves.delete(fileId);
  }
  for (const reader of readers) {
    reader();
  }
}
