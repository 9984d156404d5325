import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import { Problem } from "../api/problem.ts";
import { wholeFile } from "./wholeFile.ts";

/** Reads one file; while its keys are away, asks again by itself. */
const PATIENCE_SECONDS = 10;

export function useFile(fileId: string) {
  return useQuery({
    queryKey: ["file", fileId],
    queryFn: () => wholeFile((olderThan) => partOf(fileId, olderThan)),
    refetchInterval: ({ state: { error } }) =>
      error instanceof Problem && error.status === 503
        ? (error.retryAfterSeconds ?? PATIENCE_SECONDS) * 1000
        : false,
  });
}

function partOf(fileId: string, olderThan?: string) {
  return answered(
    client.GET("/api/cases/files/{fileId}", {
      params: { path: { fileId }, query: olderThan ? { olderThan } : {} },
    }),
  );
}
