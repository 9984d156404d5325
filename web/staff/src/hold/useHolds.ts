import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import { useSentOnce } from "../api/sentOnce.ts";
import type { NewHold, ReleaseReason } from "../api/types.ts";
import { currentLanguage } from "../words/language.ts";

/** Holds as the server confirms them: nothing is shown as held before it is. */
export function useHolds(released: boolean, enabled = true) {
  return useQuery({
    queryKey: ["holds", released],
    queryFn: () => answered(client.GET("/api/retention/holds", { params: { query: { released } } })),
    enabled,
  });
}

/** The rules of the retention schedule under which something can be held. */
export function useRules() {
  const { data } = useQuery({
    queryKey: ["schedule", currentLanguage()],
    queryFn: () => answered(client.GET("/api/retention/schedule")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // what goes by itself, such as the access journal, is under no hold
  return (data?.items ?? []).filter((rule) => rule.action !== "drop");
}

export function usePlaceHold() {
  const once = useSentOnce();
  return useHoldChange((body: NewHold) =>
    once((under) => answered(client.POST("/api/retention/holds", { body, ...under }))),
  );
}

export function useReassessHold(id: string) {
  return useHoldChange((reassessOn: string) =>
    answered(
      client.POST("/api/retention/holds/{id}/reassessment", {
        params: { path: { id } },
        body: { reassessOn },
      }),
    ),
  );
}

export function useReleaseHold(id: string) {
  return useHoldChange((reason: ReleaseReason) =>
    answered(
      client.POST("/api/retention/holds/{id}/release", { params: { path: { id } }, body: { reason } }),
    ),
  );
}

function useHoldChange<B, A>(mutationFn: (body: B) => Promise<A>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => cache.invalidateQueries({ queryKey: ["holds"] }) });
}
