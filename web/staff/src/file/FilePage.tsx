import { useSearch } from "@tanstack/react-router";
import type { CaseFile } from "../api/types.ts";
import type { Reading } from "./entries.ts";
import { useOpenedFile } from "./opened.ts";
import { sources } from "./sources.ts";
import { Timeline } from "./Timeline.tsx";
import { WritingDesk } from "./WritingDesk.tsx";

/** The reading column: write above, read below. */
export function FilePage() {
  const file = useOpenedFile();
  const readings = useReadings(file);
  const filter = useSearch({ from: "/files/$fileId" });
  return (
    <>
      <WritingDesk
        fileId={file.fileId}
        closed={file.state === "closed"}
        exceptional={Boolean(file.exceptionalAccess)}
      />
      <Timeline file={file} readings={readings} filter={filter} />
    </>
  );
}

function useReadings(file: CaseFile): Reading[] {
  const readings: Reading[] = [];
  for (const source of sources) {
    // biome-ignore lint/correctness/useHookAtTopLevel: the list of sources never changes while the page lives
    readings.push(source.useEntries(file));
  }
  return readings;
}
