import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { CodedItem } from "../api/types.ts";
import { plain } from "../search/matching.ts";

/** The catalogue of problems and interventions, searched by word. */
export function useNomenclature(): CodedItem[] {
  const { data } = useQuery({
    queryKey: ["nomenclature"],
    queryFn: () => answered(client.GET("/api/cases/nomenclature")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.items ?? [];
}

/** Whether every word typed occurs in the item's code, label or area. */
export function meant(text: string, item: CodedItem): boolean {
  const where = plain(`${item.code} ${item.label} ${item.areaLabel}`);
  return plain(text)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
