import { useSyncExternalStore } from "react";

/** Remembers on this workstation how the screens behave; never anything about a person. */
const LETTERS = "lethe.letters";
const readers = new Set<() => void>();
let maskedNow = false;

export function lettersOn(): boolean {
  return localStorage.getItem(LETTERS) !== "off";
}

export function setLetters(on: boolean): void {
  localStorage.setItem(LETTERS, on ? "on" : "off");
  tell();
}

/** Hiding personal data lasts until it is undone or the page is closed. */
export function toggleMask(): void {
  maskedNow = !maskedNow;
  document.documentElement.toggleAttribute("data-masked", maskedNow);
  tell();
}

export function useLetters(): boolean {
  return useSyncExternalStore(subscribe, lettersOn);
}

export function useMasked(): boolean {
  return useSyncExternalStore(subscribe, () => maskedNow);
}

function subscribe(reader: () => void) {
  readers.add(reader);
  return () => readers.delete(reader);
}

function tell() {
  for (const reader of readers) {
    reader();
  }
}
