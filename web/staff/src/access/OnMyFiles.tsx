import { lazy, Suspense } from "react";
import type { FileRow } from "../api/types.ts";
import { useFileNames } from "../file/useFileNames.ts";
import { withWords } from "../words/language.ts";
import { useExceptionalAccesses } from "./useAccess.ts";

const Unseen = lazy(
  withWords(["access"], async () => ({
    default: (await import("./ExceptionalAccesses.tsx")).UnseenAccesses,
  })),
);

/** On the first page of a worker and of a lead: which exceptional accesses they are told of, until they have taken note. */
export function OnMyFiles({ rows = [] }: { rows?: readonly FileRow[] }) {
  const { data } = useExceptionalAccesses();
  const unseen = (data?.items ?? []).filter((access) => access.yours && !access.seen);
  const names = useFileNames(
    unseen.map(({ fileId }) => fileId),
    rows,
  );
  return unseen.length === 0 ? null : (
    <Suspense>
      <Unseen accesses={unseen} names={names} />
    </Suspense>
  );
}
