import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Assessment } from "../api/assessments.ts";
import { asProblem } from "../api/problem.ts";
import { inFull } from "../dates/days.ts";
import { useDesk } from "../draft/useDesk.ts";
import entryStyles from "../file/entry.module.css";
import { useRewriting } from "../file/opened.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { currentLanguage } from "../words/language.ts";
import { AssessmentText } from "./AssessmentText.tsx";
import styles from "./assessment.module.css";
import { asDraft, assessmentSheet } from "./assessmentSheet.ts";
import { useRevisions } from "./useAssessments.ts";

/** One assessment, the way to revise it, and what it said before. */
export function AssessmentBody({ assessment, fileId }: { assessment: Assessment; fileId: string }) {
  const { t } = useTranslation();
  const { act } = useDesk(fileId, assessmentSheet);
  const [history, setHistory] = useState(false);
  const rewriting = useRewriting();
  const id = `history-${assessment.assessmentId}`;
  return (
    <div className={entryStyles.body}>
      <AssessmentText sections={assessment.sections} goals={assessment.goals} />
      {assessment.sections != null && (
        <div className={`screen-only ${entryStyles.decisions}`}>
          {rewriting && (
            <Button
              size="xs"
              variant="default"
              onClick={() => act({ do: "start", draft: asDraft(assessment) })}
            >
              {t("assessment.revise")}
            </Button>
          )}
          {assessment.revisions > 1 && (
            <Button
              size="xs"
              variant="default"
              aria-expanded={history}
              aria-controls={history ? id : undefined}
              onClick={() => setHistory(!history)}
            >
              {t(history ? "assessment.hideHistory" : "assessment.history")}
            </Button>
          )}
        </div>
      )}
      {history && (
        <div id={id} className={styles.history}>
          <History assessment={assessment} fileId={fileId} />
        </div>
      )}
    </div>
  );
}

function History({ assessment, fileId }: { assessment: Assessment; fileId: string }) {
  const { t } = useTranslation();
  const revisions = useRevisions(fileId, assessment.assessmentId, true);
  if (revisions.isPending) {
    return <Waiting />;
  }
  if (!revisions.data) {
    return <ProblemNotice problem={asProblem(revisions.error)} />;
  }
  const earlier = revisions.data.items.filter((one) => one.revisionId !== assessment.revisionId).reverse();
  return (
    <ol>
      {earlier.map((one) => (
        <li key={one.revisionId}>
          <p className={styles.wording}>
            {t("assessment.wording", {
              date: inFull(one.at.slice(0, 10), currentLanguage()),
              name: one.author.name ?? t("file.unnamed"),
            })}
          </p>
          <AssessmentText sections={one.sections} goals={one.goals} />
        </li>
      ))}
    </ol>
  );
}
