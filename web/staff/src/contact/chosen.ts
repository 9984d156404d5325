import { useSyncExternalStore } from "react";
import { Readers } from "../page/readers.ts";

/** Keeps the documents chosen for a contact that is not sent yet; they live as long as the page, not as long as the draft. */
const chosen = new Map<string, File[]>();
const readers = new Readers();
const none: File[] = [];

export function chosenFor(fileId: string): File[] {
  return chosen.get(fileId) ?? none;
}

export function useChosen(fileId: string): File[] {
  return useSyncExternalStore(readers.subscribe, () => chosenFor(fileId));
}

export function chooseFor(fileId: string, files: File[]): void {
  chosen.set(fileId, files);
  readers.tell();
}

/** They leave with the text that is sent. */
export function takeFor(fileId: string): File[] {
  const files = chosenFor(fileId);
  chooseFor(fileId, none);
  return files;
}

/** Documents are kept by nothing but the page: the browser asks before it goes with them. */
if (typeof window !== "undefined") {
  window.addEventListener("beforeunload", (event) => {
    if ([...chosen.values()].some((files) => files.length > 0)) {
      event.preventDefault();
    }
  });
}
