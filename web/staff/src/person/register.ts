import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { answered, client } from "../api/client.ts";
import { Problem } from "../api/problem.ts";
import type { NewPerson } from "../api/types.ts";

/** Registers a person and opens their file; tried again after half of it failed, nobody is registered twice. */
export function useRegistration(unit: string) {
  const cache = useQueryClient();
  const registered = useRef<string | null>(null);
  const registration = useMutation({
    mutationFn: async (person: NewPerson) => {
      registered.current ??= (await answered(client.POST("/api/cases/persons", { body: person }))).personId;
      return openFile(registered.current, unit);
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ["files"] }),
  });
  return { registration, halfWay: registration.isError && registered.current !== null };
}

export async function openFile(personId: string, unit: string): Promise<string> {
  try {
    return (await answered(client.POST("/api/cases/files", { body: { personId, unit } }))).fileId;
  } catch (error) {
    if (error instanceof Problem && error.code === "file-exists" && error.facts.fileId) {
      return error.facts.fileId;
    }
    throw error;
  }
}
