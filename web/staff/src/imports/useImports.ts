import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client, csrfToken } from "../api/client.ts";
import { offline, problemOf } from "../api/problem.ts";
import type { Import } from "../api/types.ts";
import { currentLanguage } from "../words/language.ts";

const EVERY_MS = 1_000;

export function useImports() {
  return useQuery({
    queryKey: ["imports"],
    queryFn: () => answered(client.GET("/api/cases/imports")),
  });
}

/** Follows one import until it has ended. */
export function useImport(importId: string | undefined) {
  return useQuery({
    queryKey: ["import", importId],
    queryFn: () =>
      answered(
        client.GET("/api/cases/imports/{importId}", { params: { path: { importId: importId ?? "" } } }),
      ),
    enabled: importId !== undefined,
    refetchInterval: ({ state: { data } }) => (data && data.state !== "running" ? false : EVERY_MS),
  });
}

export function useStartImport() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ file, dryRun }: { file: File; dryRun: boolean }) => send(file, dryRun),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["imports"] }),
  });
}

async function send(file: File, dryRun: boolean): Promise<Pick<Import, "importId">> {
  const response = await fetch(`/api/cases/imports?dryRun=${dryRun}`, {
    method: "POST",
    headers: {
      "Content-Type": "text/csv",
      "Accept-Language": currentLanguage(),
      "X-XSRF-TOKEN": csrfToken(),
    },
    body: file,
  }).catch(() => {
    throw offline();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw problemOf(response, body);
  }
  return body as Pick<Import, "importId">;
}
