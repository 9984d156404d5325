import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import { useSentOnce } from "../api/sentOnce.ts";
import type { NewExceptionalAccess } from "../api/types.ts";

/** Opening a file that is not one's own to read; the file is then asked for again. */
export function useExceptionalAccess(fileId: string) {
  const cache = useQueryClient();
  const once = useSentOnce();
  return useMutation({
    mutationFn: (access: NewExceptionalAccess) =>
      once((under) =>
        answered(
          client.POST("/api/cases/files/{fileId}/exceptional-access", {
            params: { path: { fileId } },
            body: access,
            ...under,
          }),
        ),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["file", fileId] }),
  });
}

/** Opening the file that a look outside the unit met; whose it is, is told with the answer. */
export function useAccessToMet(lookId: string, onOpen: (fileId: string) => void) {
  const once = useSentOnce();
  return useMutation({
    mutationFn: (access: NewExceptionalAccess) =>
      once((under) =>
        answered(
          client.POST("/api/cases/search/elsewhere/{lookId}/exceptional-access", {
            params: { path: { lookId } },
            body: access,
            ...under,
          }),
        ),
      ),
    onSuccess: ({ fileId }) => onOpen(fileId),
  });
}

const EVERY_MINUTE = 60_000;

/** A worker's and a lead's: those they are told of. The DPO's: all. */
export function useExceptionalAccesses() {
  return useQuery({
    queryKey: ["exceptional-accesses"],
    queryFn: () => answered(client.GET("/api/cases/exceptional-accesses")),
    // who answers for a file is told when they look, not a while later
    refetchOnMount: "always",
    refetchInterval: EVERY_MINUTE,
  });
}

export function useSeen() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (accessId: string) =>
      answered(
        client.POST("/api/cases/exceptional-accesses/{accessId}/seen", { params: { path: { accessId } } }),
      ),
    onSuccess: () => {
      cache.invalidateQueries({ queryKey: ["exceptional-accesses"] });
      cache.invalidateQueries({ queryKey: ["due"] });
    },
  });
}
