import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";

export function useEpochs() {
  return useQuery({
    queryKey: ["epochs"],
    queryFn: () => answered(client.GET("/api/retention/epochs")),
    refetchInterval: 30_000,
  });
}

/** Begins the next epoch; what backups give back changes with it, here and for every erasure. */
export function useRotation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => answered(client.POST("/api/retention/epochs")),
    onSettled: () =>
      Promise.all(["epochs", "erasure"].map((of) => cache.invalidateQueries({ queryKey: [of] }))),
  });
}
