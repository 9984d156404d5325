import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Decided, NewDecision, Passage, Rereading } from "../api/copies.ts";
import { useMe } from "../shell/session.tsx";

const keyOf = (personId: string) => ["copy", personId, "rereading"];

/** The copy as it would be handed over. Each look at it is noted in the access journal: nothing looks again by itself. */
export function useRereading(personId: string) {
  return useQuery({
    queryKey: keyOf(personId),
    queryFn: () =>
      answered(
        client.GET("/api/cases/persons/{personId}/copy/rereading", { params: { path: { personId } } }),
      ),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 0,
  });
}

export type Act =
  | { kind: "decide"; decisionId: string; decision: NewDecision }
  | { kind: "takeBack"; decisionId: string }
  | { kind: "confirm"; fingerprint: string; decisions: string[] };

/**
 * What the rereader does; what was decided shows only once the server has it. Then it is written into what is shown, since
 * to ask for the whole copy again would be one more reading of it.
 */
export function useAct(personId: string) {
  const cache = useQueryClient();
  const me = useMe();
  const again = () => cache.invalidateQueries({ queryKey: keyOf(personId) });
  return useMutation({
    mutationFn: (act: Act) => carryOut(personId, act),
    onSuccess: (_, act) => {
      // what was proposed before is proposed again: only the service knows
      if (act.kind === "takeBack") {
        return again();
      }
      cache.setQueryData<Rereading>(
        keyOf(personId),
        (read) => read && after(read, act, { id: me.id, name: me.name }, new Date().toISOString()),
      );
      return undefined;
    },
    onError: again,
  });
}

/** What the rereader sees once it is done. */
export function after(read: Rereading, act: Act, by: Decided["by"], at: string): Rereading {
  switch (act.kind) {
    case "confirm":
      return { ...read, confirmed: { by, at, current: true } };
    case "takeBack":
      return read;
    case "decide":
      return {
        ...changed(read),
        decisions: [...read.decisions, act.decisionId],
        passages: read.passages.map((passage) =>
          passage.place === act.decision.place
            ? withDecision(passage, act.decisionId, act.decision, by, at)
            : passage,
        ),
      };
  }
}

function changed(read: Rereading): Rereading {
  return read.confirmed ? { ...read, confirmed: { ...read.confirmed, current: false } } : read;
}

function withDecision(
  passage: Passage,
  decisionId: string,
  { start, end, reason, words }: NewDecision,
  by: Decided["by"],
  at: string,
): Passage {
  const made = { decisionId, start, end, reason, words, by, at };
  const covered = passage.proposals.filter((one) => start <= one.start && one.end <= end);
  const decided = reason ? { masks: [...passage.masks, made] } : { left: [...passage.left, made] };
  return { ...passage, ...decided, proposals: passage.proposals.filter((one) => !covered.includes(one)) };
}

function carryOut(personId: string, act: Act): Promise<unknown> {
  switch (act.kind) {
    case "decide":
      return answered(
        client.PUT("/api/cases/persons/{personId}/copy/decisions/{decisionId}", {
          params: { path: { personId, decisionId: act.decisionId } },
          body: act.decision,
        }),
      );
    case "takeBack":
      return answered(
        client.DELETE("/api/cases/persons/{personId}/copy/decisions/{decisionId}", {
          params: { path: { personId, decisionId: act.decisionId } },
        }),
      );
    case "confirm":
      return answered(
        client.POST("/api/cases/persons/{personId}/copy/confirmation", {
          params: { path: { personId } },
          body: { fingerprint: act.fingerprint, decisions: act.decisions },
        }),
      );
  }
}
