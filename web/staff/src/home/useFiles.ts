import { useInfiniteQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";

/** The unit's files, or those that the one who looks answers for; those that fall due first in front. */
export function useFiles(mine: boolean) {
  return useInfiniteQuery({
    queryKey: ["files", mine ? "mine" : "unit"],
    queryFn: ({ pageParam }) =>
      answered(
        client.GET("/api/cases/files", { params: { query: { page: pageParam, ...(mine && { mine }) } } }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });
}
