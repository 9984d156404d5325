import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { DueRow } from "../api/types.ts";

/** What is due on the files this person answers for, or on the unit's; no names in it. */
export function useDue(): DueRow[] {
  const { data } = useQuery({
    queryKey: ["due"],
    queryFn: () => answered(client.GET("/api/cases/due")),
  });
  return data?.items ?? [];
}
