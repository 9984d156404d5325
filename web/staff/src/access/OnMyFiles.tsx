import { lazy, Suspense } from "react";
import { withWords } from "../words/language.ts";
import { useExceptionalAccesses } from "./useAccess.ts";

const Unseen = lazy(
  withWords(["access"], async () => ({
    default: (await import("./ExceptionalAccesses.tsx")).UnseenAccesses,
  })),
);

/** On the first page of a worker and of a lead: which exceptional accesses they are told of, until they have taken note. */
export function OnMyFiles() {
  const { data } = useExceptionalAccesses();
  const unseen = (data?.items ?? []).filter((access) => access.yours && !access.seen);
  return unseen.length === 0 ? null : (
    <Suspense>
      <Unseen accesses={unseen} />
    </Suspense>
  );
}
