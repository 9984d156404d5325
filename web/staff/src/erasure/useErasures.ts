import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Erasure, NewErasure, Refusal } from "../api/types.ts";
import { useMe } from "../shell/session.tsx";
import { pace } from "./stages.ts";

/** Erasures as the server confirms them; a running one is read again every second and a half. */
export function useErasures() {
  return useQuery({
    queryKey: ["erasures"],
    queryFn: () => answered(client.GET("/api/retention/erasures")),
    refetchInterval: 10_000,
  });
}

export function useErasure(erasureId: string) {
  const { today } = useMe();
  return useQuery({
    queryKey: ["erasure", erasureId],
    queryFn: () =>
      answered(client.GET("/api/retention/erasures/{id}", { params: { path: { id: erasureId } } })),
    refetchInterval: ({ state: { data } }) => (data ? pace(data, today) : false),
  });
}

export function usePreview(onPreviewed: (erasure: Erasure) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (erasure: NewErasure) => answered(client.POST("/api/retention/erasures", { body: erasure })),
    onSuccess: (erasure) => {
      cache.setQueryData(["erasure", erasure.erasureId], erasure);
      cache.invalidateQueries({ queryKey: ["erasures"] });
      onPreviewed(erasure);
    },
  });
}

export type Step = "cancellation" | "execution" | "pause";

export type Asked =
  | { step: Step }
  | { step: "refusal"; reason: Refusal }
  | { step: "request"; confirmedCount: number }
  | { step: "approval" | "resumption"; confirmedCount?: number };

export function useStep(erasureId: string) {
  const cache = useQueryClient();
  const params = { params: { path: { id: erasureId } } };
  return useMutation({
    mutationFn: (asked: Asked) =>
      answered(
        asked.step === "refusal"
          ? client.POST("/api/retention/erasures/{id}/refusal", { ...params, body: { reason: asked.reason } })
          : "confirmedCount" in asked && asked.confirmedCount !== undefined
            ? client.POST(`/api/retention/erasures/{id}/${asked.step}`, {
                ...params,
                body: { confirmedCount: asked.confirmedCount },
              })
            : client.POST(`/api/retention/erasures/{id}/${asked.step as Step}`, params),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: ["erasure", erasureId] }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["erasures"] }),
  });
}
