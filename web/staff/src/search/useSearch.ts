import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Found } from "../api/types.ts";

const SHORTEST = 2;

interface Search {
  found: Found[];
  /** Whether the list answers the text as it stands. */
  settled: boolean;
  asked: boolean;
  error: unknown;
}

/** Finds persons by a name half remembered; the text travels in the body, never in an address. */
export function useSearch(text: string, enabled = true): Search {
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, 160);
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
    settled: wanted === asked && !search.isFetching,
    asked: on,
    error: search.error,
  };
}
