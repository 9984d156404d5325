import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import { useSentOnce } from "../api/sentOnce.ts";
import type { Consent, NewConsent, Purpose } from "../api/types.ts";

/** A person's consents; the screen shows only what the server has confirmed. */
export function useConsents(personId: string) {
  return useQuery({
    queryKey: ["consents", personId],
    queryFn: () => answered(client.GET("/api/consents", { params: { query: { personId } } })),
  });
}

export function usePurposes(): Purpose[] | undefined {
  const { data } = useQuery({
    queryKey: ["purposes"],
    queryFn: () => answered(client.GET("/api/consents/purposes")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.items;
}

export function useGrant(personId: string) {
  const once = useSentOnce();
  return useConsentChange(personId, (consent: NewConsent) =>
    once((under) => answered(client.POST("/api/consents", { body: consent, ...under }))),
  );
}

export function useWithdrawal(personId: string) {
  return useConsentChange(personId, (consentId: string) =>
    answered(client.POST("/api/consents/{consentId}/withdrawal", { params: { path: { consentId } } })),
  );
}

function useConsentChange<V, R>(personId: string, change: (what: V) => Promise<R>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => cache.invalidateQueries({ queryKey: ["consents", personId] }),
  });
}

export function inForce(consents: readonly Consent[]): Consent[] {
  return consents.filter((consent) => !consent.withdrawnOn);
}
