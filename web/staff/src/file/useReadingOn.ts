import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import { asProblem, type Problem } from "../api/problem.ts";
import type { CaseFile } from "../api/types.ts";
import { MOST, PAGE, withPage } from "./pages.ts";
import { fileKey, pageOf, readOf } from "./useFile.ts";

/** Who waits for what follows: its progress is shown beside them. */
type Waiter = "timeline" | "print";

/** Understands how a file is read on behind what stands on the screen. */
export interface ReadingOn {
  /** Who waits for more than a page. */
  waiter: Waiter | undefined;
  /** Why what follows could not be read. */
  problem: Problem | undefined;
  /** Reads one page more. */
  onePage: () => Promise<boolean>;
  /** Reads on until it is enough, or to the end; whether it came so far and nobody stopped it. */
  until: (enough: (file: CaseFile) => boolean, waiter: Waiter) => Promise<boolean>;
  stop: () => void;
}

const Context = createContext<ReadingOn | null>(null);
export const ReadingOnProvider = Context.Provider;

export function useReadOn(): ReadingOn {
  const readingOn = useContext(Context);
  if (!readingOn) {
    throw new Error("no file is read here");
  }
  return readingOn;
}

/** However many wait, one page is asked for at a time, and what is open is read to its end once. */
export function useReadingOn(fileId: string): ReadingOn {
  const cache = useQueryClient();
  const [waiter, setWaiter] = useState<Waiter>();
  const [problem, setProblem] = useState<Problem>();
  const running = useRef<{ stopper: AbortController; page: Promise<void> | undefined }>(undefined);

  const readingOn = useMemo(() => {
    function stop() {
      running.current?.stopper.abort();
      running.current = undefined;
      setWaiter(undefined);
    }

    async function page(limit: number, signal: AbortSignal): Promise<void> {
      const place = readOf(cache, fileId)?.next;
      if (!place) {
        return;
      }
      const read = await pageOf(fileId, place, limit, signal);
      // Read anew meanwhile, it is no longer known what stands between: reading goes on from where the file is now.
      cache.setQueryData<CaseFile>(fileKey(fileId), (now) =>
        now?.next === place && !signal.aborted ? withPage(now, read) : now,
      );
      if (read.changed) {
        await cache.invalidateQueries({ queryKey: fileKey(fileId), exact: true });
      }
    }

    async function on(limit: number, enough: (file: CaseFile) => boolean): Promise<boolean> {
      setProblem(undefined);
      running.current ??= { stopper: new AbortController(), page: undefined };
      const mine = running.current;
      const { signal } = mine.stopper;
      try {
        for (let file = readOf(cache, fileId); file?.next && !enough(file); file = readOf(cache, fileId)) {
          mine.page ??= page(limit, signal).finally(() => {
            mine.page = undefined;
          });
          await mine.page;
          if (signal.aborted) {
            return false;
          }
        }
        return !signal.aborted;
      } catch (error) {
        if (!signal.aborted) {
          const found = asProblem(error);
          setProblem(found);
          if (!found.passing) {
            // The file itself says what became of it.
            cache.invalidateQueries({ queryKey: fileKey(fileId), exact: true });
          }
        }
        return false;
      }
    }

    return {
      stop,
      onePage: () => {
        const had = readOf(cache, fileId)?.contacts.length ?? 0;
        return on(PAGE, (file) => file.contacts.length > had);
      },
      until: async (enough: (file: CaseFile) => boolean, who: Waiter) => {
        setWaiter(who);
        try {
          return await on(MOST, enough);
        } finally {
          setWaiter((now) => (now === who ? undefined : now));
        }
      },
    };
  }, [cache, fileId]);

  useEffect(() => readingOn.stop, [readingOn]);

  return useMemo(() => ({ ...readingOn, waiter, problem }), [readingOn, waiter, problem]);
}
