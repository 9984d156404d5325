import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { CodedItem } from "../api/types.ts";

/** The catalogue of problems and interventions. */
export function useNomenclature(): CodedItem[] {
  const { data } = useQuery({
    queryKey: ["nomenclature"],
    queryFn: () => answered(client.GET("/api/cases/nomenclature")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.items ?? [];
}
