import { useQueries } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Named } from "../api/types.ts";

/** Whose file it is, for those that the unit's list has: a file is not opened for the sake of a name. */
export type Names = ReadonlyMap<string, Named>;

/** Each file that is not among the rows on the page already is asked for by its number. */
export function useFileNames(
  fileIds: readonly string[],
  rows: readonly { fileId: string; person: Named }[] = [],
): Names {
  const known = new Map(rows.map((row) => [row.fileId, row.person]));
  const beyond = [...new Set(fileIds)].filter((fileId) => !known.has(fileId));
  const found = useQueries({
    queries: beyond.map((fileId) => ({
      queryKey: ["files", "one", fileId],
      queryFn: () => answered(client.GET("/api/cases/files", { params: { query: { page: 0, fileId } } })),
      staleTime: 60_000,
    })),
  }).flatMap(({ data }) => data?.items ?? []);
  return new Map([...known, ...found.map((row) => [row.fileId, row.person] as const)]);
}
