import { useSyncExternalStore } from "react";

/** Remembers on this workstation how the screens behave; never anything about a person. */
const LETTERS = "lethe.letters";
/** Also read before the first paint, by public/scheme.js. */
const MASK = "lethe.mask";
const readers = new Set<() => void>();

export function lettersOn(): boolean {
  return localStorage.getItem(LETTERS) !== "off";
}

export function setLetters(on: boolean): void {
  localStorage.setItem(LETTERS, on ? "on" : "off");
  tell();
}

/** What is hidden stays hidden until somebody shows it again: after a reload, and in each tab of this workstation. */
export function toggleMask(): void {
  localStorage.setItem(MASK, isMasked() ? "off" : "on");
  applyMask();
}

function isMasked(): boolean {
  return localStorage.getItem(MASK) === "on";
}

function applyMask() {
  document.documentElement.toggleAttribute("data-masked", isMasked());
  tell();
}

if (typeof window !== "undefined") {
  window.addEventListener("storage", applyMask);
}

export function useLetters(): boolean {
  return useSyncExternalStore(subscribe, lettersOn);
}

export function useMasked(): boolean {
  return useSyncExternalStore(subscribe, isMasked);
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
