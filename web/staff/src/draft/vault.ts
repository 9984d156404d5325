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

export async function keepHere(fileId: string, kind: DraftKind, content: unknown): Promise<void> {
  const keys = await draftKeys();
  const [newest] = keys;
  if (!newest) {
    throw new Error("no draft key");
  }
  const name = `${fileId}/${kind}`;
  const closed = await close(newest, name, content);
  const change = (await vault()).transaction("drafts", "readwrite");
  for (const { id } of keys.slice(1)) {
    await change.store.delete([name, id]);
  }
  await change.store.put({ ...closed, name, fileId, kind, at: Date.now() });
  await change.done;
}

export async function removeHere(fileId: string, kind: DraftKind): Promise<void> {
  const change = (await vault()).transaction("drafts", "readwrite");
  for (const { id } of await draftKeys()) {
    await change.store.delete([`${fileId}/${kind}`, id]);
  }
  await change.done;
}

/** This person's own; what colleagues left on the workstation stays closed. */
export async function keptHere(fileId: string, kind: DraftKind): Promise<unknown> {
  const name = `${fileId}/${kind}`;
  const [keys, all] = await Promise.all([
    draftKeys(),
    vault().then((database) => database.getAllFromIndex("drafts", "name", name)),
  ]);
  const [latest] = all.filter((one) => keys.some(({ id }) => id === one.keyId)).sort((a, b) => b.at - a.at);
  const key = keys.find(({ id }) => id === latest?.keyId);
  return latest && key ? open(key, name, latest) : undefined;
}

export async function allHere(): Promise<DraftRow[]> {
  const [keys, all] = await Promise.all([draftKeys(), vault().then((database) => database.getAll("drafts"))]);
  return all
    .filter((one) => keys.some(({ id }) => id === one.keyId))
    .map(({ fileId, kind, at }) => ({ fileId, kind, savedAt: new Date(at).toISOString() }));
}
