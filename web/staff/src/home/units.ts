import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import type { Unit } from "../api/types.ts";

/** The agency's units, by code and by name. */
export function useCaseUnits(): {
  units: Unit[];
  label: (code: string | null | undefined) => string | undefined;
} {
  const { data } = useQuery({
    queryKey: ["units"],
    queryFn: () => answered(client.GET("/api/cases/units")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const units = data?.items ?? [];
  return {
    units,
    label: (code) => (code ? (units.find((unit) => unit.code === code)?.label ?? code) : undefined),
  };
}
