import { IconMessageReport } from "@tabler/icons-react";
import { useEffect } from "react";
import { asProblem } from "../api/problem.ts";
import type { CaseFile } from "../api/types.ts";
import { Narrative } from "../contact/Narrative.tsx";
import { useDesk } from "../draft/useDesk.ts";
import type { Entry, Reading, Source } from "../file/entries.ts";
import { useMe } from "../shell/session.tsx";
import { InformationBody } from "./InformationBody.tsx";
import { InformationForm } from "./InformationForm.tsx";
import { InformationMark } from "./InformationMark.tsx";
import { informationSheet } from "./informationSheet.ts";
import { useInformation } from "./useInformation.ts";

/** What third parties reported, in its place in the file's timeline. */
export const thirdParties: Source = {
  kind: "third-party",
  useEntries: useInformationEntries,
  write: { press: "t", icon: IconMessageReport, sheet: informationSheet, Form: InformationForm },
};

function useInformationEntries({ fileId }: CaseFile): Reading {
  const me = useMe();
  const answer = useInformation(fileId);
  const { writing, act } = useDesk(fileId, informationSheet);
  const items = answer.data?.items ?? [];
  const known = new Set(items.map((one) => one.informationId));
  const readBack = writing.sent
    .flatMap(({ recordedAs }) => (recordedAs && known.has(recordedAs) ? [recordedAs] : []))
    .join();

  useEffect(() => {
    if (readBack) {
      act({ do: "read back", ids: readBack.split(",") });
    }
  });

  const sent: Entry[] = writing.sent
    .filter((one) => !one.recordedAs || !known.has(one.recordedAs))
    .map((one) => ({
      kind: "third-party",
      id: one.recordedAs ?? one.key,
      date: one.draft.receivedOn,
      author: me,
      ...(one.recordedAs ? {} : { underway: one.waits ? ("waiting" as const) : ("saving" as const) }),
      render: () => <Narrative text={one.draft.text} />,
    }));
  const recorded: Entry[] = items.map((information) => ({
    kind: "third-party",
    id: information.informationId,
    date: information.receivedOn,
    recordedAt: information.at,
    author: information.author,
    marks: <InformationMark information={information} />,
    ...(information.state === "erased"
      ? { gap: { erasedOn: information.erasedOn ?? null, certificateId: information.certificateId ?? null } }
      : {}),
    render: () => <InformationBody information={information} fileId={fileId} />,
  }));
  return {
    entries: [...sent, ...recorded],
    pending: answer.isPending,
    problem: answer.error && !answer.data ? asProblem(answer.error) : null,
    retry: () => answer.refetch(),
  };
}
