import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Assessment } from "../api/assessments.ts";
import formStyles from "../page/form.module.css";
import { AssessmentText } from "./AssessmentText.tsx";
import styles from "./assessment.module.css";
import { type AssessmentDraft, asDraft, asText } from "./assessmentSheet.ts";

interface Props {
  newer: Assessment;
  draft: AssessmentDraft;
  onTake: (change: Partial<AssessmentDraft>) => void;
}

/** Somebody else revised it first: both wordings side by side; saving again keeps theirs among the earlier ones. */
export function Meanwhile({ newer, draft, onTake }: Props) {
  const { t } = useTranslation();
  const mine = asText(draft);
  return (
    <>
      <p className={formStyles.note}>{t("assessment.meanwhile.text")}</p>
      <div className={styles.versions}>
        <section aria-labelledby="theirs">
          <h3 id="theirs">
            {t("assessment.meanwhile.theirs", { name: newer.author.name ?? t("file.unnamed") })}
          </h3>
          <AssessmentText sections={newer.sections} goals={newer.goals} />
          <Button variant="default" size="xs" onClick={() => onTake(asDraft(newer))}>
            {t("assessment.meanwhile.takeTheirs")}
          </Button>
        </section>
        <section aria-labelledby="mine">
          <h3 id="mine">{t("assessment.meanwhile.mine")}</h3>
          <AssessmentText sections={mine.sections} goals={mine.goals} />
        </section>
      </div>
    </>
  );
}
