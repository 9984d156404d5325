import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Exception, NewInformation, Review } from "../api/reported.ts";
import { under } from "../api/sentOnce.ts";

/** What third parties reported in one file; what was decided shows only once the server has confirmed it. */
export function useInformation(fileId: string) {
  return useQuery({
    queryKey: ["file", fileId, "third-party"],
    queryFn: () =>
      answered(client.GET("/api/cases/files/{fileId}/third-party", { params: { path: { fileId } } })),
  });
}

export async function recordInformation(fileId: string, body: NewInformation, key: string): Promise<string> {
  const { informationId } = await answered(
    client.POST("/api/cases/files/{fileId}/third-party", {
      params: { path: { fileId } },
      body,
      ...under(key),
    }),
  );
  return informationId;
}

export function useNotice(fileId: string, informationId: string) {
  return useDecision(fileId, (on: string) =>
    answered(
      client.POST("/api/cases/files/{fileId}/third-party/{informationId}/notice", {
        params: { path: { fileId, informationId } },
        body: { on },
      }),
    ),
  );
}

export function useException(fileId: string, informationId: string) {
  return useDecision(fileId, (body: { reason: Exception; reasonText: string }) =>
    answered(
      client.POST("/api/cases/files/{fileId}/third-party/{informationId}/notice-exception", {
        params: { path: { fileId, informationId } },
        body,
      }),
    ),
  );
}

export function useReview(fileId: string, informationId: string) {
  return useDecision(fileId, (body: { outcome: Review; reasonText?: string }) =>
    answered(
      client.POST("/api/cases/files/{fileId}/third-party/{informationId}/review", {
        params: { path: { fileId, informationId } },
        body,
      }),
    ),
  );
}

function useDecision<V, R>(fileId: string, decide: (what: V) => Promise<R>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: () => {
      cache.invalidateQueries({ queryKey: ["due"] });
      return cache.invalidateQueries({ queryKey: ["file", fileId, "third-party"] });
    },
  });
}
