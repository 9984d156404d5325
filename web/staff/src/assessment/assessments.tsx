import { IconFileDescription } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { CaseFile } from "../api/types.ts";
import { useDesk } from "../draft/useDesk.ts";
import type { Entry, Reading, Source } from "../file/entries.ts";
import { useSentEntries } from "../file/useSentEntries.ts";
import { AssessmentBody } from "./AssessmentBody.tsx";
import { AssessmentForm } from "./AssessmentForm.tsx";
import { AssessmentText } from "./AssessmentText.tsx";
import { assessmentSheet, asText } from "./assessmentSheet.ts";
import { useAssessments } from "./useAssessments.ts";

/** Social assessments in the file's timeline. */
export const assessments: Source = {
  kind: "assessment",
  useEntries: useAssessmentEntries,
  write: { icon: IconFileDescription, sheet: assessmentSheet, Form: AssessmentForm },
};

function useAssessmentEntries({ fileId }: CaseFile): Reading {
  const { t } = useTranslation();
  const answer = useAssessments(fileId);
  const items = answer.data?.items ?? [];
  const sent = useSentEntries(
    "assessment",
    useDesk(fileId, assessmentSheet),
    new Set(items.flatMap((one) => [one.assessmentId, one.revisionId])),
    (draft) => ({ date: draft.date, render: () => <AssessmentText {...asText(draft)} /> }),
  );
  const recorded: Entry[] = items.map((assessment) => ({
    kind: "assessment",
    id: assessment.assessmentId,
    date: assessment.date,
    recordedAt: assessment.at,
    author: assessment.author,
    ...(assessment.revisions > 1
      ? { marks: t("assessment.revised", { count: assessment.revisions - 1 }) }
      : {}),
    render: () => <AssessmentBody assessment={assessment} fileId={fileId} />,
  }));
  return {
    entries: [...sent, ...recorded],
    pending: answer.isPending,
    problem: answer.error && !answer.data ? asProblem(answer.error) : null,
    retry: () => answer.refetch(),
  };
}
