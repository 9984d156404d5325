import { createContext, useContext } from "react";
import type { CaseFile } from "../api/types.ts";

/** The file that is read. */
export const Opened = createContext<CaseFile | null>(null);

export function useOpenedFile(): CaseFile {
  const file = useContext(Opened);
  if (!file) {
    throw new Error("no file is open here");
  }
  return file;
}

/** Whether more than reading and adding a contact may be offered: not by an exceptional access. */
export function useRewriting(): boolean {
  return !useContext(Opened)?.exceptionalAccess;
}
