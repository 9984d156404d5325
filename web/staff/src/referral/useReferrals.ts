import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { NewAnswer, NewReferral, Recipient } from "../api/referrals.ts";
import { under, useSentOnce } from "../api/sentOnce.ts";
import { written } from "../words/written.ts";
import { type ReferralDraft, TO_BE_NAMED } from "./referralSheet.ts";

/** A name is asked about when it is typed, not at each letter of it. */
const PAUSE_MS = 400;

/** One file's referrals, whom one may refer to, and what permits it. */
export function useReferrals(fileId: string, wanted = true) {
  return useQuery({
    enabled: wanted,
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
export function useCheck(
  fileId: string,
  { recipient, partner, compartments }: Pick<ReferralDraft, "recipient" | "partner" | "compartments">,
) {
  const sorted = [...compartments].sort();
  const named = recipient === TO_BE_NAMED ? written(partner) : "";
  const [settled] = useDebouncedValue(named, PAUSE_MS);
  return useQuery({
    queryKey: ["referral-check", fileId, recipient, settled, sorted],
    queryFn: () =>
      answered(
        client.POST("/api/cases/files/{fileId}/referrals/check", {
          params: { path: { fileId } },
          body: { recipient, compartments: sorted, ...(settled ? { partner: settled } : {}) },
        }),
      ),
    enabled:
      recipient !== "" &&
      sorted.length > 0 &&
      settled === named &&
      (recipient !== TO_BE_NAMED || named !== ""),
    staleTime: 0,
    gcTime: 0,
  });
}

export async function recordReferral(fileId: string, body: NewReferral, key: string): Promise<string> {
  const { referralId } = await answered(
    client.POST("/api/cases/files/{fileId}/referrals", { params: { path: { fileId } }, body, ...under(key) }),
  );
  return referralId;
}

export function useAnswering(fileId: string, referralId: string) {
  const cache = useQueryClient();
  const once = useSentOnce();
  return useMutation({
    mutationFn: (body: NewAnswer) =>
      once((under) =>
        answered(
          client.POST("/api/cases/files/{fileId}/referrals/{referralId}/answers", {
            params: { path: { fileId, referralId } },
            body,
            ...under,
          }),
        ),
      ),
    onSuccess: () => {
      cache.invalidateQueries({ queryKey: ["due"] });
      return cache.invalidateQueries({ queryKey: ["file", fileId, "referrals"] });
    },
  });
}
