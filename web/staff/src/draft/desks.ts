import { useSyncExternalStore } from "react";
import { Readers } from "../page/readers.ts";
import type { Caret } from "./envelope.ts";
import {
  type Act,
  type AnySheet,
  blankDesk,
  type DraftKind,
  type Sent,
  type Sheet,
  type Writing,
  write,
} from "./writing.ts";

/** Keeps what is written on each file in memory while the tab is open, whichever page is shown. */
const desks = new Map<string, Writing<object>>();
const readers = new Readers();
const empty = blankDesk<object>();
let version = 0;

/** Where the pen was on each desk: kept with the text, but nothing is drawn anew when it moves. */
const carets = new Map<string, Caret>();

export function deskName(fileId: string, kind: DraftKind): string {
  return `${fileId}/${kind}`;
}

export function deskOf<D extends object>(fileId: string, kind: DraftKind): Writing<D> {
  return (desks.get(deskName(fileId, kind)) ?? empty) as Writing<D>;
}

export function act<D extends object>(fileId: string, sheet: Sheet<D>, what: Act<D>): void {
  const before = deskOf<D>(fileId, sheet.kind);
  const after = called(sheet, write(sheet, before, what));
  if (after !== before) {
    desks.set(deskName(fileId, sheet.kind), after as Writing<object>);
    tell();
  }
}

/** From its first word a text has a name of its own, under which it is kept, found again, and recorded once. */
function called<D extends object>(sheet: Sheet<D>, now: Writing<D>): Writing<D> {
  const named = now.draft && !now.key ? write(sheet, now, { do: "call", key: crypto.randomUUID() }) : now;
  return named.waiting.every((one) => one.key)
    ? named
    : {
        ...named,
        waiting: named.waiting.map((one) => (one.key ? one : { ...one, key: crypto.randomUUID() })),
      };
}

/** For those who open or close a desk without knowing what is written on it. */
export function actOnAny(fileId: string, sheet: AnySheet, what: Act<object>): void {
  act(fileId, sheet as Sheet<object>, what);
}

export function begunOn(fileId: string, sheet: AnySheet): boolean {
  const { draft } = deskOf(fileId, sheet.kind);
  return draft !== null && (sheet as Sheet<object>).begun(draft);
}

export function caretOf(fileId: string, kind: DraftKind): Caret | null {
  return carets.get(deskName(fileId, kind)) ?? null;
}

export function pointAt(fileId: string, kind: DraftKind, caret: Caret | null): void {
  if (caret) {
    carets.set(deskName(fileId, kind), caret);
  } else {
    carets.delete(deskName(fileId, kind));
  }
}

export const { subscribe } = readers;

/** What was sent and is not yet in the file; drawn anew only when that changes, not at each key. */
export function useSent<D extends object>(fileId: string, sheet: Sheet<D>): Sent<D>[] {
  return useSyncExternalStore(subscribe, () => deskOf<D>(fileId, sheet.kind).sent);
}

/** Renders again whenever anything is written anywhere. */
export function useDesks(): number {
  return useSyncExternalStore(subscribe, () => version);
}

function tell() {
  version += 1;
  readers.tell();
}
