import type { FileState } from "../api/types.ts";

/** In place of somebody's id: files for which nobody answers, or nobody who still may. */
export const NOBODY = "nobody";

/** Which of the unit's files. */
export interface UnitFilter {
  state?: FileState;
  /** Who answers for them: a member of staff, or `NOBODY`. */
  referent?: string;
}
