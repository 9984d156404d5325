import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { answered, client } from "../api/client.ts";
import type { PersonDetails } from "../api/people.ts";
import { Problem } from "../api/problem.ts";
import { type Under, useSentOnce } from "../api/sentOnce.ts";
import { dropMembership } from "../household/membership.ts";

/** The person whose household somebody new joins, and the file from which that was asked. */
export interface Joins {
  personId: string;
  fileId: string;
  /** What the new person is to the others, and since when they live there, as far as it was typed. */
  relation: string;
  since: string;
}

/**
 * Registers a person, then opens their file or lets them join a household; tried again after half of it failed, nobody is
 * registered twice. Answers the file to go to.
 */
export function useRegistration(unit: string, joins?: Joins) {
  const cache = useQueryClient();
  const registered = useRef<{ personId: string } | null>(null);
  const once = { person: useSentOnce(), file: useSentOnce(), member: useSentOnce() };
  const registration = useMutation({
    mutationFn: async (person: PersonDetails) => {
      const { personId } =
        registered.current ??
        (await once.person((under) =>
          answered(client.POST("/api/cases/persons", { body: person, ...under })),
        ));
      registered.current = { personId };
      if (!joins) {
        return once.file((under) => openFile(personId, unit, under));
      }
      await once.member((under) =>
        answered(
          client.POST("/api/cases/persons/{personId}/household/members", {
            params: { path: { personId: joins.personId } },
            body: {
              personId,
              ...(joins.since ? { since: joins.since } : {}),
              ...(joins.relation ? { relation: joins.relation } : {}),
            },
            ...under,
          }),
        ),
      );
      dropMembership();
      return joins.fileId;
    },
    onSuccess: () =>
      joins
        ? cache.invalidateQueries({ queryKey: ["household"] })
        : cache.invalidateQueries({ queryKey: ["files"] }),
  });
  return { registration, halfWay: registration.isError && registered.current !== null };
}

export async function openFile(personId: string, unit: string, under?: Under): Promise<string> {
  try {
    return (await answered(client.POST("/api/cases/files", { body: { personId, unit }, ...under }))).fileId;
  } catch (error) {
    if (error instanceof Problem && error.code === "file-exists" && error.facts.fileId) {
      return error.facts.fileId;
    }
    throw error;
  }
}
