import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { DraftRow } from "../api/types.ts";
import { type Closed, close, open } from "./cipher.ts";
import { draftKeys } from "./keys.ts";
import type { DraftKind } from "./writing.ts";

/** The workstation's own copy of drafts: closed before it is stored, gone after 72 hours; file numbers and times only in clear. */
interface Stored extends Closed {
  name: string;
  fileId: string;
  kind: DraftKind;
  at: number;
  /** Which writing it is: who writes in its place says so. */
  revision?: string;
}

interface Vault extends DBSchema {
  drafts: { key: [string, string]; value: Stored; indexes: { name: string; at: number } };
}

export const KEPT_MS = 72 * 3_600_000;

let opened: Promise<IDBPDatabase<Vault>> | undefined;

function vault(): Promise<IDBPDatabase<Vault>> {
  opened ??= openDB<Vault>("lethe-drafts", 1, {
    upgrade(database) {
      const drafts = database.createObjectStore("drafts", { keyPath: ["name", "keyId"] });
      drafts.createIndex("name", "name");
      drafts.createIndex("at", "at");
    },
  }).then(async (database) => {
    await forgetOlder(database, Date.now() - KEPT_MS);
    return database;
  });
  return opened;
}

async function forgetOlder(database: IDBPDatabase<Vault>, than: number): Promise<void> {
  const change = database.transaction("drafts", "readwrite");
  for (const key of await change.store.index("at").getAllKeys(IDBKeyRange.upperBound(than))) {
    await change.store.delete(key);
  }
  await change.done;
}

/** What is kept here, and which writing it is. */
export interface Here {
  content: unknown;
  revision: string | null;
}

/**
 * Keeps it in place of the writing that was read: two tabs keep in the same place.
 *
 * @returns which writing it is, or undefined when another one is there by now
 */
export async function keepHere(
  fileId: string,
  kind: DraftKind,
  content: unknown,
  read: string | null,
): Promise<string | undefined> {
  const keys = await draftKeys();
  const [newest] = keys;
  if (!newest) {
    throw new Error("no draft key");
  }
  const name = `${fileId}/${kind}`;
  const closed = await close(newest, name, content);
  const revision = crypto.randomUUID();
  const change = (await vault()).transaction("drafts", "readwrite");
  if (revisionOf(latest(await change.store.index("name").getAll(name), keys)) !== read) {
    await change.done;
    return undefined;
  }
  for (const { id } of keys.slice(1)) {
    await change.store.delete([name, id]);
  }
  await change.store.put({ ...closed, name, fileId, kind, at: Date.now(), revision });
  await change.done;
  return revision;
}

/** Removes the writing that was read; returns whether nothing else is there by now. */
export async function removeHere(fileId: string, kind: DraftKind, read: string | null): Promise<boolean> {
  if (read === null) {
    return true;
  }
  const keys = await draftKeys();
  const name = `${fileId}/${kind}`;
  const change = (await vault()).transaction("drafts", "readwrite");
  const there = revisionOf(latest(await change.store.index("name").getAll(name), keys));
  if (there === read) {
    for (const { id } of keys) {
      await change.store.delete([name, id]);
    }
  }
  await change.done;
  return there === read || there === null;
}

/** What is erased leaves nothing behind, whoever wrote it. */
export async function forgetHere(fileId: string, kind: DraftKind): Promise<void> {
  const keys = await draftKeys();
  const change = (await vault()).transaction("drafts", "readwrite");
  for (const { id } of keys) {
    await change.store.delete([`${fileId}/${kind}`, id]);
  }
  await change.done;
}

function latest(all: Stored[], keys: { id: string }[]): Stored | undefined {
  return all.filter((one) => keys.some(({ id }) => id === one.keyId)).sort((a, b) => b.at - a.at)[0];
}

/** What was kept before writings were told apart is one writing too. */
function revisionOf(stored: Stored | undefined): string | null {
  return stored ? (stored.revision ?? "") : null;
}

/** This person's own; what colleagues left on the workstation stays closed. */
export async function keptHere(fileId: string, kind: DraftKind): Promise<Here> {
  const name = `${fileId}/${kind}`;
  const [keys, all] = await Promise.all([
    draftKeys(),
    vault().then((database) => database.getAllFromIndex("drafts", "name", name)),
  ]);
  const stored = latest(all, keys);
  const key = keys.find(({ id }) => id === stored?.keyId);
  return {
    content: stored && key ? await open(key, name, stored) : undefined,
    revision: revisionOf(stored),
  };
}

export async function allHere(): Promise<DraftRow[]> {
  const [keys, all] = await Promise.all([draftKeys(), vault().then((database) => database.getAll("drafts"))]);
  return all
    .filter((one) => keys.some(({ id }) => id === one.keyId))
    .map(({ fileId, kind, at }) => ({ fileId, kind, savedAt: new Date(at).toISOString() }));
}
