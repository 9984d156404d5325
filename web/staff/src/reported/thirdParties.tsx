import { IconMessageReport } from "@tabler/icons-react";
import { asProblem } from "../api/problem.ts";
import type { CaseFile } from "../api/types.ts";
import { Narrative } from "../contact/Narrative.tsx";
import { useDesk } from "../draft/useDesk.ts";
import type { Entry, Reading, Source } from "../file/entries.ts";
import { useSentEntries } from "../file/useSentEntries.ts";
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
  const answer = useInformation(fileId);
  const items = answer.data?.items ?? [];
  const sent = useSentEntries(
    "third-party",
    useDesk(fileId, informationSheet),
    new Set(items.map((one) => one.informationId)),
    ({ receivedOn, text }) => ({ date: receivedOn, render: () => <Narrative text={text} /> }),
  );
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
