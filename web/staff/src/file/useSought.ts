import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Entry } from "./entries.ts";
import { downTo } from "./filters.ts";
import { lastOf, type Read } from "./unread.ts";
import { useReadOn } from "./useReadingOn.ts";

const ENTRY = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

interface Props {
  file: Read;
  /** All that is known of the timeline. */
  known: readonly Entry[];
  /** Those that are looked at, of which the first few stand on the page. */
  chosen: readonly Entry[];
  pending: boolean;
  /** Those that are written on. */
  inHand: readonly string[];
  /** Lets so many stand on the page that the entry is among them. */
  show: (at: number, id: string) => void;
}

/**
 * Looks for the entry to which the address leads, and for those that are written on, however far back they stand; whether the
 * one in the address was found nowhere.
 */
export function useSought({ file, known, chosen, pending, inHand, show }: Props): boolean {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const readOn = useReadOn();
  const done = useRef(new Set<string>());
  const [lost, setLost] = useState<string>();
  const address = ENTRY.test(hash) ? hash : undefined;
  const sought = [address, ...inHand].find((id) => id !== undefined && !done.current.has(id));

  useEffect(() => {
    if (!sought) {
      return;
    }
    const at = chosen.findIndex(({ id }) => id === sought);
    if (at >= 0) {
      done.current.add(sought);
      show(at, sought);
      return;
    }
    if (pending) {
      return;
    }
    const entry = known.find(({ id }) => id === sought);
    const reached = ({ contacts, next }: Read) =>
      entry === undefined
        ? contacts.some(({ contactId }) => contactId === sought)
        : !next || downTo([entry], lastOf(contacts)).length > 0;
    if (file.next && !reached(file)) {
      if (!readOn.waiter && !readOn.problem) {
        readOn.until(reached, "timeline").then((came) => {
          if (!came) {
            done.current.add(sought);
          }
        });
      }
      return;
    }
    done.current.add(sought);
    if (entry === undefined && sought === address) {
      setLost(sought);
    }
  });

  return lost !== undefined && lost === address;
}
