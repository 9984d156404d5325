import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Departure, NewMember } from "../api/people.ts";

/** Who lives with a person; changes show only what the server has confirmed. */
export function useHousehold(personId: string) {
  return useQuery({
    queryKey: ["household", personId],
    queryFn: () =>
      answered(client.GET("/api/cases/persons/{personId}/household", { params: { path: { personId } } })),
  });
}

export function useJoining(personId: string) {
  return useHouseholdChange((member: NewMember) =>
    answered(
      client.POST("/api/cases/persons/{personId}/household/members", {
        params: { path: { personId } },
        body: member,
      }),
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
  return useHouseholdChange((split: { membershipIds: string[]; on: string }) =>
    answered(
      client.POST("/api/cases/households/{householdId}/split", {
        params: { path: { householdId } },
        body: split,
      }),
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
