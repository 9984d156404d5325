import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Departure, NewMember } from "../api/people.ts";
import { useSentOnce } from "../api/sentOnce.ts";

/** Who lives with a person; changes show only what the server has confirmed. */
export function useHousehold(personId: string) {
  return useQuery({ queryKey: ["household", personId], queryFn: () => householdOf(personId) });
}

/** What is there at this moment, beside the page that a form was opened on and that stays as it is. */
export function useHouseholdNow(personId: string, wanted: boolean) {
  return useQuery({
    queryKey: ["household-now", personId],
    queryFn: () => householdOf(personId),
    enabled: wanted,
    staleTime: 0,
    gcTime: 0,
  });
}

function householdOf(personId: string) {
  return answered(client.GET("/api/cases/persons/{personId}/household", { params: { path: { personId } } }));
}

export function useJoining(personId: string) {
  const once = useSentOnce();
  return useHouseholdChange((member: NewMember) =>
    once((under) =>
      answered(
        client.POST("/api/cases/persons/{personId}/household/members", {
          params: { path: { personId } },
          body: member,
          ...under,
        }),
      ),
    ),
  );
}

/** What a member is to the others, added or put right. */
export function useRelation(householdId: string) {
  return useHouseholdChange(({ membershipId, relation }: { membershipId: string; relation: string }) =>
    answered(
      client.PUT("/api/cases/households/{householdId}/members/{membershipId}/relation", {
        params: { path: { householdId, membershipId } },
        body: relation ? { relation } : {},
      }),
    ),
  );
}

export interface Leaving {
  membershipId: string;
  on: string;
  reason: Departure;
}

export function useDeparture(householdId: string) {
  return useHouseholdChange(({ membershipId, on, reason }: Leaving) =>
    answered(
      client.POST("/api/cases/households/{householdId}/members/{membershipId}/departure", {
        params: { path: { householdId, membershipId } },
        body: { on, reason },
      }),
    ),
  );
}

export function useSplit(householdId: string) {
  const once = useSentOnce();
  return useHouseholdChange((split: { membershipIds: string[]; on: string }) =>
    once((under) =>
      answered(
        client.POST("/api/cases/households/{householdId}/split", {
          params: { path: { householdId } },
          body: split,
          ...under,
        }),
      ),
    ),
  );
}

function useHouseholdChange<V, R>(change: (what: V) => Promise<R>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => cache.invalidateQueries({ queryKey: ["household"] }),
  });
}
