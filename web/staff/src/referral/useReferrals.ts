import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { NewAnswer, NewReferral, Recipient } from "../api/referrals.ts";
import type { Compartment } from "../api/types.ts";

/** One file's referrals, whom one may refer to, and what permits it. */
export function useReferrals(fileId: string) {
  return useQuery({
    queryKey: ["file", fileId, "referrals"],
    queryFn: () =>
      answered(client.GET("/api/cases/files/{fileId}/referrals", { params: { path: { fileId } } })),
  });
}

export function useRecipients(): Recipient[] {
  const { data } = useQuery({
    queryKey: ["recipients"],
    queryFn: () => answered(client.GET("/api/cases/recipients")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.items ?? [];
}

/** Asked anew each time: a consent may have been given or withdrawn a moment ago. */
export function useCheck(fileId: string, recipient: string, compartments: readonly Compartment[]) {
  const sorted = [...compartments].sort();
  return useQuery({
    queryKey: ["referral-check", fileId, recipient, sorted],
    queryFn: () =>
      answered(
        client.POST("/api/cases/files/{fileId}/referrals/check", {
          params: { path: { fileId } },
          body: { recipient, compartments: sorted },
        }),
      ),
    enabled: recipient !== "" && sorted.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
}

export async function recordReferral(fileId: string, body: NewReferral): Promise<string> {
  const { referralId } = await answered(
    client.POST("/api/cases/files/{fileId}/referrals", { params: { path: { fileId } }, body }),
  );
  return referralId;
}

export function useAnswering(fileId: string, referralId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAnswer) =>
      answered(
        client.POST("/api/cases/files/{fileId}/referrals/{referralId}/answers", {
          params: { path: { fileId, referralId } },
          body,
        }),
      ),
    onSuccess: () => {
      cache.invalidateQueries({ queryKey: ["due"] });
      return cache.invalidateQueries({ queryKey: ["file", fileId, "referrals"] });
    },
  });
}
