import type { Epochs, Rotated } from "../src/api/types.ts";
import type { Answering } from "./asked.ts";

/** Epochs in memory: the last ended two days ago, and what was removed since can still be had from backups. */
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const ago = (time: number) => new Date(Date.now() - time).toISOString();

let current = 7;
let since = ago(2 * DAY);
let keys = 84;
const escrow: Epochs["escrow"] = [5, 6].map((epoch) => ({
  place: "notaire",
  epoch,
  keptAt: ago((7 - epoch) * WEEK + 2 * DAY),
  destroyedAt: ago((6 - epoch) * WEEK + 2 * DAY),
}));
escrow.push({ place: "notaire", epoch: current, keptAt: since });

export const endsAt = () => new Date(Date.parse(since) + WEEK).toISOString();

export function keysRemoved(count: number): void {
  keys += count;
}

export function rotate(): Rotated {
  current += 1;
  since = ago(0);
  keys = 0;
  for (const copy of escrow) {
    copy.destroyedAt ??= since;
  }
  escrow.push({ place: "notaire", epoch: current, keptAt: since });
  return { epoch: current, ending: [] };
}

export const epochsAnswer: Answering = ({ method, path }) => {
  if (method !== "GET" || path !== "/api/retention/epochs") {
    return undefined;
  }
  const body: Epochs = {
    current,
    since,
    endsAt: endsAt(),
    store: "pkcs12-file",
    awaitingDestruction: keys,
    recoverable:
      keys > 0
        ? [{ epoch: current, keys, waitsFor: "rotation", until: endsAt(), copiesAt: ["notaire"] }]
        : [],
    ending: [],
    escrow,
  };
  return { status: 200, body };
};
