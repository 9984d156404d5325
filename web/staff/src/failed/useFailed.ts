import { queryOptions, useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";
import { type Domain, domains, type FailedMessage } from "../api/failed.ts";

/** A message, and the service that could not apply it. */
export interface Failed extends FailedMessage {
  domain: Domain;
}

const listed = (domain: Domain, ended: boolean) =>
  queryOptions({
    queryKey: ["failed", domain, ended],
    queryFn: () => answered(client.GET(`/api/${domain}/failed-messages`, { params: { query: { ended } } })),
  });

/** What failed at every service that answers, and which do not: one that is away keeps no other from being dealt with. */
export function useFailed(ended: boolean) {
  return useQueries({
    queries: domains.map((domain) => ({ ...listed(domain, ended), refetchInterval: 10_000 })),
    combine: (answers) => ({
      pending: answers.some((answer) => answer.isPending),
      messages: answers.flatMap((answer, at) =>
        (answer.data?.items ?? []).map((one): Failed => ({ ...one, domain: domains[at] as Domain })),
      ),
      silent: domains.filter((_, at) => answers[at]?.isError),
      longer: domains.flatMap((domain, at) => {
        const total = answers[at]?.data?.total ?? 0;
        return total > (answers[at]?.data?.items.length ?? 0) ? [{ domain, total }] : [];
      }),
    }),
  });
}

const COUNTED_EVERY_MS = 60_000;

/** How many wait at the services that answer: looked at seldom, since it is read on every page. */
export function useFailedCount(): number {
  return useQueries({
    queries: domains.map((domain) => ({
      ...listed(domain, false),
      staleTime: COUNTED_EVERY_MS,
      refetchInterval: COUNTED_EVERY_MS,
    })),
    combine: (answers) => answers.reduce((sum, { data }) => sum + (data?.total ?? 0), 0),
  });
}

export function useDealing({ domain, id }: Pick<Failed, "domain" | "id">, act: "replay" | "passing-over") {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answered(client.POST(`/api/${domain}/failed-messages/{id}/${act}`, { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ["failed", domain] }),
  });
}
