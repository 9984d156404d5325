import { createContext, useContext } from "react";
import type { CaseFile } from "../api/types.ts";

/** The file that is read. */
export const Opened = createContext<CaseFile | null>(null);

/** Whether more than reading and adding a contact may be offered: not by an exceptional access. */
export function useRewriting(): boolean {
  return !useContext(Opened)?.exceptionalAccess;
}
