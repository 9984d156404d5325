import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import { useSentOnce } from "../api/sentOnce.ts";
import type { ClosingReason, NewExclusion, NewRestriction, StaffMember, Transfer } from "../api/types.ts";
import { NOBODY, type UnitFilter } from "./unitFilter.ts";

/** What a lead asks and orders. Nothing here is shown before the service confirmed it. */
export function useUnitFiles({ state, referent }: UnitFilter) {
  const narrowed = {
    ...(state ? { state } : {}),
    ...(referent === NOBODY ? { unassigned: true } : referent ? { referent } : {}),
  };
  return useInfiniteQuery({
    queryKey: ["files", "unit", narrowed],
    queryFn: ({ pageParam }) =>
      answered(client.GET("/api/cases/files", { params: { query: { page: pageParam, ...narrowed } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });
}

export function useUnitFile(fileId: string) {
  return useQuery({
    queryKey: ["files", "one", fileId],
    queryFn: () => answered(client.GET("/api/cases/files", { params: { query: { page: 0, fileId } } })),
    select: (page) => page.items[0],
  });
}

export function useStaff(unit: string | null | undefined): StaffMember[] {
  const { data } = useQuery({
    queryKey: ["staff", unit],
    queryFn: () => answered(client.GET("/api/cases/staff", { params: { query: unit ? { unit } : {} } })),
    enabled: Boolean(unit),
    staleTime: 60_000,
  });
  return data?.items ?? [];
}

/** Everybody who has signed in to the agency's service, of whichever unit. */
export function useStaffOfAgency(): StaffMember[] {
  const { data } = useQuery({
    queryKey: ["staff", "everywhere"],
    queryFn: () => answered(client.GET("/api/cases/staff", { params: { query: { everywhere: true } } })),
    staleTime: 60_000,
  });
  return data?.items ?? [];
}

function useFileChange<V>(change: (what: V) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: ["files"] }),
        cache.invalidateQueries({ queryKey: ["file"] }),
        cache.invalidateQueries({ queryKey: ["due"] }),
      ]),
  });
}

export function useAssign(fileId: string) {
  return useFileChange((workerId: string) =>
    answered(
      client.POST("/api/cases/files/{fileId}/referent", { params: { path: { fileId } }, body: { workerId } }),
    ),
  );
}

export function useTransfer(fileId: string) {
  return useFileChange((transfer: Transfer) =>
    answered(
      client.POST("/api/cases/files/{fileId}/transfer", { params: { path: { fileId } }, body: transfer }),
    ),
  );
}

export function useTakeTransferBack() {
  return useFileChange((fileId: string) =>
    answered(client.DELETE("/api/cases/files/{fileId}/transfer", { params: { path: { fileId } } })),
  );
}

export function useClosing(fileId: string) {
  return useFileChange((reason: ClosingReason) =>
    answered(
      client.POST("/api/cases/files/{fileId}/closing", { params: { path: { fileId } }, body: { reason } }),
    ),
  );
}

export function useReopening(fileId: string) {
  return useFileChange(() =>
    answered(client.POST("/api/cases/files/{fileId}/reopening", { params: { path: { fileId } }, body: {} })),
  );
}

export function useReadingRights(personId: string) {
  return useQuery({
    queryKey: ["reading", personId],
    queryFn: () =>
      answered(client.GET("/api/cases/persons/{personId}/reading", { params: { path: { personId } } })),
  });
}

function useReadingChange<V>(personId: string, change: (what: V) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Also when it was refused: somebody else may have decided meanwhile, and what is in force is shown beside what was typed.
    onSettled: () => cache.invalidateQueries({ queryKey: ["reading", personId] }),
  });
}

export function useExclude(personId: string) {
  const once = useSentOnce();
  return useReadingChange(personId, (exclusion: NewExclusion) =>
    once((under) =>
      answered(
        client.POST("/api/cases/persons/{personId}/exclusions", {
          params: { path: { personId } },
          body: exclusion,
          ...under,
        }),
      ),
    ),
  );
}

export function useLiftExclusion(personId: string) {
  return useReadingChange(personId, (exclusionId: string) =>
    answered(
      client.DELETE("/api/cases/persons/{personId}/exclusions/{exclusionId}", {
        params: { path: { personId, exclusionId } },
      }),
    ),
  );
}

export function useRestrict(personId: string) {
  return useReadingChange(personId, (restriction: NewRestriction) =>
    answered(
      client.PUT("/api/cases/persons/{personId}/restriction", {
        params: { path: { personId } },
        body: restriction,
      }),
    ),
  );
}

export function useLiftRestriction(personId: string) {
  return useReadingChange(personId, (revisionId: string) =>
    answered(
      client.DELETE("/api/cases/persons/{personId}/restriction", {
        params: { path: { personId }, query: { revisionId } },
      }),
    ),
  );
}
