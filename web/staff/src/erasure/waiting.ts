import type { Erasure } from "../api/types.ts";

const TOLD_FOR_DAYS = 14;

/** Requests of others that wait for the one who looks: nobody approves what they asked for themselves. */
export function toApprove(erasures: readonly Erasure[], reader: string): Erasure[] {
  return erasures.filter(({ state, requestedBy }) => state === "requested" && requestedBy?.id !== reader);
}

/** The reader's own requests that somebody refused of late. */
export function refusedTo(erasures: readonly Erasure[], reader: string, today: string): Erasure[] {
  const since = new Date(Date.parse(today) - TOLD_FOR_DAYS * 86_400_000).toISOString();
  return erasures.filter(
    ({ state, requestedBy, refused }) =>
      state === "refused" && requestedBy?.id === reader && !!refused && refused.at >= since,
  );
}
