import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import { Problem } from "../api/problem.ts";
import type { CaseFile, TimelinePage } from "../api/types.ts";
import { readAsFar } from "./pages.ts";

/** Reads one file; while its keys are away, asks again by itself. */
const PATIENCE_SECONDS = 10;

export const fileKey = (fileId: string) => ["file", fileId];

/** What of a file was read in this tab. */
export function readOf(cache: QueryClient, fileId: string): CaseFile | undefined {
  return cache.getQueryData<CaseFile>(fileKey(fileId));
}

export function useFile(fileId: string) {
  const cache = useQueryClient();
  return useQuery({
    queryKey: fileKey(fileId),
    queryFn: ({ signal }) =>
      readAsFar(
        { first: (limit) => firstOf(fileId, limit, signal), after: (...on) => pageOf(fileId, ...on, signal) },
        () => readOf(cache, fileId)?.contacts.length ?? 0,
      ),
    refetchInterval: ({ state: { error } }) =>
      error instanceof Problem && error.status === 503
        ? (error.retryAfterSeconds ?? PATIENCE_SECONDS) * 1000
        : false,
  });
}

function firstOf(fileId: string, limit: number, signal: AbortSignal): Promise<CaseFile> {
  return answered(
    client.GET("/api/cases/files/{fileId}", { params: { path: { fileId }, query: { limit } }, signal }),
  );
}

/** The contacts that stand behind a place in a file. */
export function pageOf(
  fileId: string,
  after: string,
  limit: number,
  signal: AbortSignal,
): Promise<TimelinePage> {
  return answered(
    client.GET("/api/cases/files/{fileId}/timeline", {
      params: { path: { fileId }, query: { after, limit } },
      signal,
    }),
  );
}
