import type { CaseFile } from "../api/types.ts";

type Access = Pick<CaseFile, "state" | "exceptionalAccess">;

/** Whether what stands in the file may be changed: neither once it is closed, nor by an exceptional access. */
export function isRewritable({ state, exceptionalAccess }: Access): boolean {
  return state !== "closed" && !exceptionalAccess;
}
