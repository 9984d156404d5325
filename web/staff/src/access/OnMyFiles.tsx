import { lazy, Suspense } from "react";
import { withWords } from "../words/language.ts";
import { useExceptionalAccesses } from "./useAccess.ts";

const Unseen = lazy(
  withWords(["access"], async () => ({
    default: (await import("./ExceptionalAccesses.tsx")).UnseenAccesses,
  })),
);

/** On the worker's first page: who opened their files exceptionally, until they have taken note of it. */
export function OnMyFiles() {
  const { data } = useExceptionalAccesses();
  const unseen = (data?.items ?? []).filter((access) => !access.seen);
  return unseen.length === 0 ? null : (
    <Suspense>
      <Unseen accesses={unseen} />
    </Suspense>
  );
}
