import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";

/** Reads one person: who they are, what they were called, which other records were of them. */
export function usePerson(personId: string | undefined) {
  return useQuery({
    queryKey: ["person", personId],
    queryFn: () => readPerson(personId ?? ""),
    enabled: personId !== undefined,
  });
}

export function readPerson(personId: string) {
  return answered(client.GET("/api/cases/persons/{personId}", { params: { path: { personId } } }));
}
