import type { Erasure, ErasureState } from "../api/types.ts";

/** Understands the order of an erasure's states, and what may still be done in each. */
export const stages = [
  "previewed",
  "requested",
  "suspended",
  "removed",
  "confirmed",
  "pruned",
  "destroyed",
  "certified",
] as const satisfies ErasureState[];

export type Stage = (typeof stages)[number];
export type Standing = "done" | "now" | "ahead";

/** A state is reached when it holds; what comes next is under way. */
export function standing(stage: Stage, state: ErasureState): Standing {
  const at = stages.indexOf(state as Stage);
  const place = stages.indexOf(stage);
  if (place <= at) {
    return "done";
  }
  return place === at + 1 ? "now" : "ahead";
}

const RUNNING: ReadonlySet<ErasureState> = new Set(["removed", "confirmed", "pruned", "destroyed"]);

const FAST_MS = 1_500;
const SLOW_MS = 5_000;

/** How soon to ask again: at once while the machine is at work, seldom while people think, never at the end. */
export function pace(
  { state, paused, progress, graceEndsOn }: Pick<Erasure, "state" | "paused" | "progress" | "graceEndsOn">,
  today: string,
): number | false {
  if (state === "cancelled" || state === "expired") {
    return (progress?.removed ?? 0) > 0 ? FAST_MS : false;
  }
  if (state === "certified" || state === "previewed" || state === "refused") {
    return false;
  }
  const removing =
    state === "suspended" && !paused && ((progress?.removed ?? 0) > 0 || graceOver(graceEndsOn, today));
  return RUNNING.has(state) || removing ? FAST_MS : SLOW_MS;
}

export function reversible(state: ErasureState): boolean {
  return state === "previewed" || state === "requested" || state === "suspended";
}

/** Once grace is over, or after a restore, who asked does not let it go on: somebody else does. */
export function mayResume(
  { requestedBy, graceEndsOn, recalled }: Pick<Erasure, "requestedBy" | "graceEndsOn" | "recalled">,
  reader: string,
  today: string,
): boolean {
  return (!graceOver(graceEndsOn, today) && !recalled) || requestedBy?.id !== reader;
}

/** The day of a date or of an instant. */
export function dayOf(dayOrInstant: string): string {
  return dayOrInstant.slice(0, 10);
}

export function graceOver(graceEndsOn: string | null | undefined, today: string): boolean {
  return graceEndsOn != null && dayOf(graceEndsOn) <= today;
}

/** How many are still to be dealt with. */
export function remaining(erasure: Pick<Erasure, "preview" | "progress">): number {
  const { removed = 0, droppedOut = [] } = erasure.progress ?? {};
  return erasable(erasure) - removed - droppedOut.length;
}

export function erasable({ preview, progress }: Pick<Erasure, "preview" | "progress">): number {
  return progress?.total || (preview?.erasable ?? 0);
}
