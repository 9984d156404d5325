import type { Named } from "../api/types.ts";
import { type Born, birthOf } from "../person/birth.ts";

/** Understands which commands a few typed letters mean: any order, accents and case aside. */
interface Offered {
  label: string;
  scope: "page" | "everywhere";
  inPalette?: boolean;
}

export function commandsMatching<C extends Offered>(text: string, commands: readonly C[]): C[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return commands
    .filter((command) => command.inPalette && wanted.every((word) => plain(command.label).includes(word)))
    .sort((a, b) => Number(a.scope === "everywhere") - Number(b.scope === "everywhere"));
}

/** Whether a person is named as typed, be it half: what only sounds alike is not. */
export function isNamed(text: string, { familyName, givenName, ...born }: Named & Born): boolean {
  const names = [
    ...wordsOf(`${familyName ?? ""} ${givenName ?? ""} ${birthOf(born)}`),
    // Who writes De La Cruz and who writes Delacruz mean one name.
    ...[familyName, givenName].map((name) => wordsOf(name ?? "").join("")),
  ];
  const typed = wordsOf(text);
  return (
    typed.every((word) => names.some((name) => name.startsWith(word))) ||
    (typed.length > 1 && names.some((name) => name.startsWith(typed.join(""))))
  );
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}
