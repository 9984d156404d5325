import { useEffect, useState } from "react";
import type { CaseFile } from "../api/types.ts";
import { useMe } from "../shell/session.tsx";
import type { TimelineFilter } from "./filters.ts";
import { unreadOf } from "./unread.ts";
import { useReadOn } from "./useReadingOn.ts";

/**
 * What a filter looks for may stand anywhere: what was not read yet is, unless whoever waits stops it. Whether it was stopped,
 * and how to go on all the same.
 */
export function useFilteredReading(filter: TimelineFilter, unread: number): [boolean, () => void] {
  const { today } = useMe();
  const { until } = useReadOn();
  const { kind, by, period } = filter;
  const sought = kind || by || period ? JSON.stringify([kind, by, period]) : undefined;
  const [stopped, setStopped] = useState<string>();
  const wanted = sought !== undefined && unread > 0;
  const read = wanted && stopped !== sought;

  useEffect(() => {
    if (!read) {
      return;
    }
    let over = false;
    const enough = (now: CaseFile) => over || unreadOf(now, { kind, by, period }, today) === 0;
    until(enough, "timeline").then((came) => {
      if (!came && !over) {
        setStopped(sought);
      }
    });
    return () => {
      over = true;
    };
  }, [read, sought, kind, by, period, today, until]);

  return [wanted && stopped === sought, () => setStopped(undefined)];
}
