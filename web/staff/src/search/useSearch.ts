import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, client } from "../api/client.ts";
import type { Found } from "../api/types.ts";
import { written } from "../words/written.ts";

const SHORTEST = 2;

interface Search {
  found: Found[];
  /** Whether the list answers the text as it stands. */
  settled: boolean;
  asked: boolean;
  /** Whether there are others than those found. */
  more: boolean;
  error: unknown;
  /** Asks for the text as it stands without waiting for a pause in typing. */
  hurry: () => void;
}

/** Finds persons by a name half remembered; the text travels in the body, never in an address. */
export function useSearch(text: string, enabled = true): Search {
  const wanted = written(text);
  const [paused] = useDebouncedValue(wanted, 160);
  const [hurried, setHurried] = useState<string>();
  const asked = hurried === wanted ? wanted : paused;
  const on = enabled && asked.length >= SHORTEST;
  const search = useQuery({
    queryKey: ["search", asked],
    queryFn: () => answered(client.POST("/api/cases/search", { body: { text: asked } })),
    enabled: on,
    gcTime: 30_000,
    staleTime: 5_000,
    placeholderData: (previous) => previous,
  });
  return {
    found: on ? (search.data?.items ?? []) : [],
    more: on && (search.data?.more ?? false),
    // Without network a search waits, and what an earlier text found must not pass for its answer.
    settled: !enabled || (wanted === asked && !search.isFetching && !search.isPlaceholderData),
    asked: on,
    error: search.error,
    hurry: () => setHurried(wanted),
  };
}
