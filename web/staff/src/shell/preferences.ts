import { useSyncExternalStore } from "react";
import { Readers } from "../page/readers.ts";

/** Remembers on this workstation how the screens behave; never anything about a person. */
const LETTERS = "lethe.letters";
/** Also read before the first paint, by public/scheme.js. */
const MASK = "lethe.mask";
const readers = new Readers();

export function lettersOn(): boolean {
  return localStorage.getItem(LETTERS) !== "off";
}

export function setLetters(on: boolean): void {
  localStorage.setItem(LETTERS, on ? "on" : "off");
  readers.tell();
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
  readers.tell();
}

if (typeof window !== "undefined") {
  window.addEventListener("storage", applyMask);
}

export function useLetters(): boolean {
  return useSyncExternalStore(readers.subscribe, lettersOn);
}

export function useMasked(): boolean {
  return useSyncExternalStore(readers.subscribe, isMasked);
}
