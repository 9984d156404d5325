import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Decided, NewDecision, PartAsked, Passage, Rereading } from "../api/copies.ts";
import { Problem } from "../api/problem.ts";
import { useMe } from "../shell/session.tsx";

const keyOf = (personId: string, asked?: PartAsked) => [
  "copy",
  personId,
  "rereading",
  ...(asked ? [asked.division, asked.part] : []),
];

/**
 * The copy as it would be handed over, or of a long one a part. Each look at it is noted in the access journal: nothing looks
 * again by itself.
 */
export function useRereading(personId: string, asked?: PartAsked) {
  return useQuery({
    queryKey: keyOf(personId, asked),
    queryFn: () =>
      answered(
        client.GET("/api/cases/persons/{personId}/copy/rereading", {
          params: { path: { personId }, query: { ...asked } },
        }),
      ),
    // the list of the parts stays while another part is on its way
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 0,
  });
}

/** Whether the parts that somebody knows are none any more. */
export function isDividedAnew(error: unknown): boolean {
  return error instanceof Problem && error.code === "copy-divided-anew";
}

export type Act =
  | { kind: "decide"; decisionId: string; decision: NewDecision }
  | { kind: "takeBack"; decisionId: string }
  | { kind: "confirm"; fingerprint: string; decisions: string[]; part?: PartAsked };

/**
 * What the rereader does; what was decided shows only once the server has it. Then it is written into what is shown, since
 * to ask for the whole copy again would be one more reading of it.
 */
export function useAct(personId: string, asked?: PartAsked) {
  const cache = useQueryClient();
  const me = useMe();
  const again = () => cache.invalidateQueries({ queryKey: keyOf(personId, asked), exact: true });
  return useMutation({
    mutationFn: (act: Act) => carryOut(personId, act),
    onSuccess: (_, act) => {
      // what was proposed before is proposed again: only the service knows
      if (act.kind === "takeBack") {
        return again();
      }
      cache.setQueryData<Rereading>(
        keyOf(personId, asked),
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
      return withConfirmed(read, { by, at, current: true });
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
  return read.confirmed ? withConfirmed(read, { ...read.confirmed, current: false }) : read;
}

function withConfirmed(read: Rereading, confirmed: NonNullable<Rereading["confirmed"]>): Rereading {
  const { parts } = read;
  return {
    ...read,
    confirmed,
    parts: parts && {
      ...parts,
      items: parts.items.map((one) => (one.number === parts.number ? { ...one, confirmed } : one)),
    },
  };
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
          params: { path: { personId }, query: { ...act.part } },
          body: { fingerprint: act.fingerprint, decisions: act.decisions },
        }),
      );
  }
}
