import { useEffect } from "react";
import type { Desk } from "../draft/useDesk.ts";
import type { Sent } from "../draft/writing.ts";
import { useMe } from "../shell/session.tsx";
import type { Entry, EntryKind } from "./entries.ts";

/** What was sent from a desk and is not read back yet, as entries; what has been read back leaves the desk. */
export function useSentEntries<D extends object>(
  kind: EntryKind,
  { writing, act }: Desk<D>,
  recorded: ReadonlySet<string>,
  shown: (draft: D) => Pick<Entry, "date" | "render">,
): Entry[] {
  const me = useMe();
  const readBack = writing.sent
    .flatMap(({ recordedAs }) => (recordedAs && recorded.has(recordedAs) ? [recordedAs] : []))
    .join();

  useEffect(() => {
    if (readBack) {
      act({ do: "read back", ids: readBack.split(",") });
    }
  });

  return writing.sent
    .filter((one) => !one.recordedAs || !recorded.has(one.recordedAs))
    .map((one) => ({
      kind,
      id: one.recordedAs ?? one.key,
      author: me,
      ...underwayOf(one),
      ...shown(one.draft),
    }));
}

function underwayOf(one: Sent<object>): Pick<Entry, "underway"> {
  return one.recordedAs ? {} : { underway: one.waits ? "waiting" : "saving" };
}
