import { useSyncExternalStore } from "react";
import { asProblem } from "../api/problem.ts";
import { Readers } from "../page/readers.ts";
import { Copy } from "./copy.ts";
import { act, caretOf, deskName, deskOf, pointAt, subscribe } from "./desks.ts";
import { type Away, awayFor, type Envelope, type Kept, keptFrom, latestOf, textsOf } from "./envelope.ts";
import { Lines } from "./lines.ts";
import { networkBack } from "./network.ts";
import { isStillTheSamePerson } from "./owner.ts";
import { theServer, thisWorkstation } from "./places.ts";
import type { Text } from "./text.ts";
import { together } from "./together.ts";
import { forgetHere } from "./vault.ts";
import { type AnySheet, type Sheet, unrecordedTexts } from "./writing.ts";

/**
 * Keeps what is written in two places: on this workstation, closed, when the pen rests, and while it does not at the latest
 * this long after the first key that is not kept; on the server two seconds after the last key, and in place of the
 * workstation where that keeps nothing. What was kept comes back to the desk when the file is opened again, and what another
 * tab kept comes to the desk before it is overwritten.
 */
const HERE_MS = 400;
const HERE_AT_LAST_MS = 1_500;
const THERE_MS = 2_000;
const THERE_AT_LAST_MS = 8_000;
/** How often what another tab keeps may come in between before this one waits for its turn. */
const TURNS = 3;
const GONE = 410;

const keepers = new Map<string, Keeper>();

/** Resolves when what was kept is back on the desk. */
export function keep(fileId: string, sheet: AnySheet): Promise<void> {
  const name = deskName(fileId, sheet.kind);
  const keeper = keepers.get(name) ?? new Keeper(fileId, sheet as Sheet<object>);
  keepers.set(name, keeper);
  return keeper.ready;
}

const NOTHING: Kept = { state: "nothing" };

export function useKept(fileId: string, sheet: AnySheet): Kept {
  return useSyncExternalStore(
    readers.subscribe,
    () => keepers.get(deskName(fileId, sheet.kind))?.kept ?? NOTHING,
  );
}

const readers = new Readers();

class Keeper {
  kept: Kept = NOTHING;
  readonly ready: Promise<void>;
  private written: Envelope = { texts: [], caret: null, writtenAt: 0 };
  private as = "[]";
  private readonly lines = new Lines();
  private readonly here: Copy;
  private readonly there: Copy;
  /** When what was found on this workstation was written: what the server holds from before is its forerunner. */
  private found = 0;
  private reason: Away | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueThere = Number.POSITIVE_INFINITY;
  /** By when what is written has to be kept on this workstation. */
  private dueHere = Number.POSITIVE_INFINITY;
  private busy = false;
  private patient = false;
  private keepingHere: Promise<void> = Promise.resolve();

  private readonly fileId: string;
  private readonly sheet: Sheet<object>;

  constructor(fileId: string, sheet: Sheet<object>) {
    this.fileId = fileId;
    this.sheet = sheet;
    this.here = new Copy(thisWorkstation(fileId, sheet.kind));
    this.there = new Copy(theServer(fileId, sheet.kind));
    this.ready = this.fetch();
    subscribe(() => this.notice());
    document.addEventListener("visibilitychange", () => document.hidden && this.leave());
    window.addEventListener("pagehide", () => this.leave());
  }

  private async fetch() {
    const [here, there] = await Promise.all([
      this.here.look().catch(() => undefined),
      this.there.look().catch(() => undefined),
    ]);
    const latest = latestOf(here, there);
    if (!latest || latest.texts.length === 0) {
      return;
    }
    this.found = here?.writtenAt ?? 0;
    const other = latest === here ? there : here;
    const texts = textsOf(latest);
    // The older copy of a text is its forerunner; what only the older one holds was written in another tab.
    const known = new Set(texts.map((one) => one.key));
    const further = other?.keys ? textsOf(other).filter((one) => !known.has(one.key)) : [];
    const all = [...texts, ...further];
    this.lines.brought(all);
    if (this.as === "[]") {
      this.written = envelopeOf(all, latest.caret, latest.writtenAt);
      this.as = said(all);
      pointAt(this.fileId, this.sheet.kind, latest.caret);
    }
    act(this.fileId, this.sheet, {
      do: "restore",
      texts: all.map((one) => one.draft),
      keys: all.map((one) => one.key),
    });
    if (this.there.writtenAt < latest.writtenAt || further.length > 0) {
      this.later(0);
    }
    this.tell();
  }

  private texts(): Text[] {
    return this.lines.dated(
      unrecordedTexts(this.sheet, deskOf<object>(this.fileId, this.sheet.kind)),
      Date.now(),
    );
  }

  private onTheWay(): ReadonlySet<string> {
    return new Set(deskOf<object>(this.fileId, this.sheet.kind).sent.map((one) => one.key));
  }

  /** Something was written on some desk; on this one, perhaps. */
  private notice() {
    const texts = this.texts();
    const as = said(texts);
    if (as === this.as) {
      return;
    }
    this.as = as;
    this.written = envelopeOf(texts, this.caret(), Date.now());
    if (texts.length > 0) {
      this.dueThere = Math.min(this.dueThere, Date.now() + THERE_AT_LAST_MS);
      this.dueHere = Math.min(this.dueHere, Date.now() + HERE_AT_LAST_MS);
      this.later(Math.min(HERE_MS, this.dueHere - Date.now()));
    } else {
      pointAt(this.fileId, this.sheet.kind, null);
      this.later(0);
    }
    this.tell();
  }

  private caret() {
    return caretOf(this.fileId, this.sheet.kind);
  }

  private later(delay: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keepInTurn(), Math.max(0, delay));
  }

  private async keepInTurn() {
    await this.keepHere();
    const { texts, writtenAt } = this.written;
    const due = texts.length === 0 ? 0 : Math.min(writtenAt + THERE_MS, this.dueThere);
    if (Date.now() >= due) {
      await this.keepThere();
    } else if (this.there.writtenAt < writtenAt) {
      this.later(due - Date.now());
    }
  }

  /** The page may be going: whatever is not kept yet is kept now. */
  private leave() {
    if (this.written.texts.length === 0) {
      return;
    }
    const caret = this.caret();
    if (JSON.stringify(caret) !== JSON.stringify(this.written.caret)) {
      this.written = { ...this.written, caret, writtenAt: Date.now() };
    }
    this.keepHere();
    if (this.there.writtenAt < this.written.writtenAt) {
      this.keepThere();
    }
  }

  /** One after the other: each stands on the one before. */
  private keepHere(): Promise<void> {
    this.dueHere = Number.POSITIVE_INFINITY;
    this.keepingHere = this.keepingHere.then(async () => {
      try {
        await this.keepIn(this.here);
      } catch {
        // No key yet, or no storage: the server's copy has to do at once, and the form says so when that fails too.
        this.dueThere = Date.now();
      }
      this.tell();
    });
    return this.keepingHere;
  }

  private async keepThere() {
    if (this.busy || this.patient) {
      return;
    }
    this.busy = true;
    try {
      await this.keepIn(this.there);
      this.reason = undefined;
      this.dueThere = Number.POSITIVE_INFINITY;
    } catch (error) {
      const { status } = asProblem(error);
      this.reason = awayFor(status);
      if (status === GONE) {
        // What is erased leaves nothing behind, not even a closed draft.
        await forgetHere(this.fileId, this.sheet.kind).catch(() => undefined);
      }
      if (this.reason !== "refused") {
        this.again();
      }
    } finally {
      this.busy = false;
    }
    this.tell();
    if (
      this.written.texts.length > 0 ? this.there.writtenAt < this.written.writtenAt : this.there.writtenAt > 0
    ) {
      this.later(THERE_MS);
    }
  }

  /** Keeps what is written in a place, together with what another tab keeps there. */
  private async keepIn(copy: Copy) {
    for (let turn = 0; turn < TURNS; turn++) {
      if (!copy.looked) {
        await this.bringTogether(copy);
      }
      const { written } = this;
      this.lines.kept(textsOf(written));
      const kept =
        written.texts.length === 0
          ? await copy.drop()
          : copy.writtenAt >= written.writtenAt || (await copy.keep({ ...written, caret: this.caret() }));
      if (kept) {
        return;
      }
    }
  }

  /** The place may hold something written elsewhere: it comes to the desk before it is overwritten. */
  private async bringTogether(copy: Copy) {
    const { agreed, theirs, writtenAt } = await copy.lookAgain();
    const mine = this.texts();
    const known =
      writtenAt <= this.found ? theirs.filter(({ key }) => mine.some((one) => one.key === key)) : agreed;
    const anew = () => crypto.randomUUID();
    const change = together(mine, known, theirs, anew, this.onTheWay(), this.lines);
    for (const { from, to } of change.parted) {
      this.lines.renamed(from, to);
    }
    this.lines.brought([...change.replaced, ...change.added]);
    act(this.fileId, this.sheet, { do: "bring together", change });
    this.notice();
    if (copy.writtenAt >= this.written.writtenAt) {
      // What another clock wrote later does not count as what is written here.
      this.written = { ...this.written, writtenAt: copy.writtenAt + 1 };
    }
  }

  /** What passes by itself is tried again, by the same person only. */
  private again() {
    this.patient = true;
    networkBack().then(async () => {
      this.patient = false;
      if (this.reason !== "signed-out" || (await isStillTheSamePerson())) {
        await this.keepThere();
      } else {
        this.again();
      }
    });
  }

  private tell() {
    const { writtenAt, texts } = this.written;
    const kept =
      texts.length === 0
        ? NOTHING
        : keptFrom(writtenAt, this.here.writtenAt, this.there.writtenAt, this.reason);
    if (kept.state !== this.kept.state || kept.reason !== this.kept.reason || kept.at !== this.kept.at) {
      this.kept = kept;
      readers.tell();
    }
  }
}

function envelopeOf(texts: Text[], caret: Envelope["caret"], writtenAt: number): Envelope {
  return {
    texts: texts.map((one) => one.draft),
    keys: texts.map((one) => one.key),
    ats: texts.map((one) => one.at ?? writtenAt),
    caret,
    writtenAt,
  };
}

/** What is written, whenever it was. */
function said(texts: Text[]): string {
  return JSON.stringify(texts.map(({ key, draft }) => [key, draft]));
}

/** The browser asks before a tab closes on a text that is kept nowhere. */
window.addEventListener("beforeunload", (event) => {
  if ([...keepers.values()].some((keeper) => keeper.kept.state === "nowhere")) {
    event.preventDefault();
  }
});
