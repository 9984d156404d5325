import { useSyncExternalStore } from "react";
import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { act, caretOf, deskName, deskOf, pointAt, subscribe } from "./desks.ts";
import { type Away, awayFor, type Envelope, type Kept, keptFrom, latestOf } from "./envelope.ts";
import { networkBack } from "./network.ts";
import { isStillTheSamePerson } from "./owner.ts";
import { draftsThere, forgetDraftsThere } from "./there.ts";
import { keepHere, keptHere, removeHere } from "./vault.ts";
import { type AnySheet, type Sheet, unrecorded } from "./writing.ts";

/**
 * Keeps what is written in two places: on this workstation, closed, when the pen rests, and while it does not at the latest
 * this long after the first key that is not kept; on the server two seconds after the last key, and in place of the
 * workstation where that keeps nothing. What was kept comes back to the desk when the file is opened again.
 */
const HERE_MS = 400;
const HERE_AT_LAST_MS = 1_500;
const THERE_MS = 2_000;
const THERE_AT_LAST_MS = 8_000;
/** What the browser still sends while a page closes. */
const OUTLIVES_THE_PAGE = 60_000;
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
    subscribeKept,
    () => keepers.get(deskName(fileId, sheet.kind))?.kept ?? NOTHING,
  );
}

const readers = new Set<() => void>();

function subscribeKept(reader: () => void) {
  readers.add(reader);
  return () => readers.delete(reader);
}

class Keeper {
  kept: Kept = NOTHING;
  readonly ready: Promise<void>;
  private written: Envelope = { texts: [], caret: null, writtenAt: 0 };
  private as = "[]";
  /** Which writing each place holds. */
  private here = 0;
  private there = 0;
  /** Whether what the server holds was looked at: only then may it be overwritten. */
  private looked = false;
  /** The writing that was found here: whatever the server holds from before is its forerunner. */
  private found = 0;
  private reason: Away | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueThere = Number.POSITIVE_INFINITY;
  /** By when what is written has to be kept on this workstation. */
  private dueHere = Number.POSITIVE_INFINITY;
  private busy = false;
  private patient = false;

  private readonly fileId: string;
  private readonly sheet: Sheet<object>;

  constructor(fileId: string, sheet: Sheet<object>) {
    this.fileId = fileId;
    this.sheet = sheet;
    this.ready = this.fetch();
    subscribe(() => this.notice());
    document.addEventListener("visibilitychange", () => document.hidden && this.leave());
    window.addEventListener("pagehide", () => this.leave());
  }

  private async fetch() {
    const [here, there] = await Promise.all([
      keptHere(this.fileId, this.sheet.kind).catch(() => undefined),
      this.fetchThere().catch(() => undefined),
    ]);
    const latest = latestOf(here, there);
    if (!latest || latest.texts.length === 0) {
      return;
    }
    if (this.as === "[]") {
      this.written = latest;
      this.as = JSON.stringify(latest.texts);
      pointAt(this.fileId, this.sheet.kind, latest.caret);
    }
    this.here = latestOf(here)?.writtenAt ?? 0;
    this.there = latestOf(there)?.writtenAt ?? 0;
    this.found = this.here;
    act(this.fileId, this.sheet, { do: "restore", texts: latest.texts });
    if (this.there < latest.writtenAt) {
      this.later(0);
    }
    this.tell();
  }

  private async fetchThere(): Promise<unknown> {
    const { fileId } = this;
    const { kind } = this.sheet;
    const rows = await draftsThere();
    const draft = rows.some((row) => row.fileId === fileId && row.kind === kind)
      ? await answered(
          client.GET("/api/cases/files/{fileId}/drafts/{kind}", { params: { path: { fileId, kind } } }),
        )
          .then((found) => found.draft)
          .catch(goneIsNone)
      : undefined;
    this.looked = true;
    return draft;
  }

  /** Something was written on some desk; on this one, perhaps. */
  private notice() {
    const texts = unrecorded(this.sheet, deskOf<object>(this.fileId, this.sheet.kind));
    const as = JSON.stringify(texts);
    if (as === this.as) {
      return;
    }
    this.as = as;
    this.written = { texts, caret: this.caret(), writtenAt: Date.now() };
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
    } else if (this.there < writtenAt) {
      this.later(due - Date.now());
    }
  }

  /** The page may be going: whatever is not kept yet is kept now. */
  private leave() {
    const { texts, writtenAt } = this.written;
    if (texts.length === 0) {
      return;
    }
    this.written = { texts, caret: this.caret(), writtenAt };
    this.keepHere();
    if (this.there < writtenAt) {
      this.keepThere();
    }
  }

  private async keepHere() {
    const { written } = this;
    this.dueHere = Number.POSITIVE_INFINITY;
    try {
      if (written.texts.length > 0) {
        await keepHere(this.fileId, this.sheet.kind, { ...written, caret: this.caret() });
        this.here = written.writtenAt;
      } else {
        await removeHere(this.fileId, this.sheet.kind);
      }
    } catch {
      // No key yet, or no storage: the server's copy has to do at once, and the form says so when that fails too.
      this.dueThere = Date.now();
    }
    this.tell();
  }

  private async keepThere() {
    if (this.busy || this.patient) {
      return;
    }
    this.busy = true;
    try {
      if (!this.looked) {
        await this.merge();
      }
      await this.putThere();
      this.reason = undefined;
      this.dueThere = Number.POSITIVE_INFINITY;
      forgetDraftsThere();
    } catch (error) {
      const { status } = asProblem(error);
      this.reason = awayFor(status);
      if (status === GONE) {
        // What is erased leaves nothing behind, not even a closed draft.
        await removeHere(this.fileId, this.sheet.kind).catch(() => undefined);
      }
      if (this.reason !== "refused") {
        this.again();
      }
    } finally {
      this.busy = false;
    }
    this.tell();
    if (this.written.texts.length > 0 ? this.there < this.written.writtenAt : this.there > 0) {
      this.later(THERE_MS);
    }
  }

  private async putThere() {
    const { fileId, written } = this;
    const params = { path: { fileId, kind: this.sheet.kind } };
    if (written.texts.length === 0) {
      await answered(client.DELETE("/api/cases/files/{fileId}/drafts/{kind}", { params })).catch(goneIsNone);
      this.there = 0;
    } else if (this.there < written.writtenAt) {
      const body = { draft: { ...written, caret: this.caret() } };
      const keepalive = JSON.stringify(body).length < OUTLIVES_THE_PAGE;
      await answered(client.PUT("/api/cases/files/{fileId}/drafts/{kind}", { params, body, keepalive }));
      this.there = written.writtenAt;
    }
  }

  /** The server may hold something written elsewhere: it comes to the desk before it is overwritten. */
  private async merge() {
    const there = latestOf(await this.fetchThere());
    if (there && there.writtenAt > this.found) {
      const known = new Set(this.written.texts.map((text) => JSON.stringify(text)));
      const texts = there.texts.filter((text) => !known.has(JSON.stringify(text)));
      act(this.fileId, this.sheet, { do: "restore", texts });
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
    const kept = texts.length === 0 ? NOTHING : keptFrom(writtenAt, this.here, this.there, this.reason);
    if (kept.state !== this.kept.state || kept.reason !== this.kept.reason || kept.at !== this.kept.at) {
      this.kept = kept;
      for (const reader of readers) {
        reader();
      }
    }
  }
}

/** A draft that the server no longer has is no draft. */
function goneIsNone(error: unknown): undefined {
  if (asProblem(error).status !== 404) {
    throw error;
  }
}

/** The browser asks before a tab closes on a text that is kept nowhere. */
window.addEventListener("beforeunload", (event) => {
  if ([...keepers.values()].some((keeper) => keeper.kept.state === "nowhere")) {
    event.preventDefault();
  }
});
