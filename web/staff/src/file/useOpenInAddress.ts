import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { DraftKind } from "../draft/writing.ts";

/**
 * The address says which form is open, so that a killed tab, a reload or a new sign-in brings it back. What is on the
 * screen never waits for the address.
 */
export function useOpenInAddress(open: DraftKind | undefined, reopen: (kind: DraftKind) => void): void {
  const navigate = useNavigate();
  const { write } = useSearch({ from: "/files/$fileId" });
  const asked = useRef(write);
  const latest = useRef(reopen);
  latest.current = reopen;

  useEffect(() => {
    if (asked.current) {
      latest.current(asked.current);
    }
  }, []);

  useEffect(() => {
    if (open) {
      asked.current = undefined;
    }
    if (open !== write && !asked.current) {
      navigate({
        to: ".",
        search: (search) => ({ ...search, write: open }),
        replace: true,
        resetScroll: false,
      });
    }
  }, [open, write, navigate]);
}
