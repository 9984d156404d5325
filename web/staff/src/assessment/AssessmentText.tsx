import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Goal, Section } from "../api/assessments.ts";
import { Narrative } from "../contact/Narrative.tsx";
import { inFull, unbrokenDistance } from "../dates/days.ts";
import entryStyles from "../file/entry.module.css";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./assessment.module.css";

interface Props {
  sections: readonly Section[] | null | undefined;
  goals: readonly Goal[] | null | undefined;
}

/** An assessment as it is read: the text under its headings, then the goals and how far they are. */
export function AssessmentText({ sections, goals }: Props) {
  const { t } = useTranslation();
  if (sections == null) {
    return <p className={entryStyles.gap}>{t("assessment.unread")}</p>;
  }
  return (
    <>
      {sections.map(({ heading, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a wording does not change
        <div key={at}>
          {heading && (
            <h4 className={styles.heading}>
              <span className="personal">{heading}</span>
            </h4>
          )}
          <Narrative text={text} />
        </div>
      ))}
      {goals && goals.length > 0 && (
        <div className={styles.goals}>
          <h4>{t("assessment.goals")}</h4>
          <ul>
            {goals.map((goal, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a wording does not change
              <GoalLine key={at} goal={goal} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function GoalLine({ goal: { text, by, state } }: { goal: Goal }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const late = state === "open" && by && by < today;
  const when = by && {
    date: inFull(by, language),
    distance: unbrokenDistance(today, by, language),
  };
  return (
    <li data-state={state}>
      <span className="personal">{text}</span>
      <span className={late ? "late" : "quiet"}>
        {late && <IconAlertTriangle size={17} aria-hidden className="icon" />}
        {state === "reached" && <IconCheck size={17} aria-hidden className="icon" />}{" "}
        {[
          t(`assessment.states.${state}`),
          state === "open" && when && t(late ? "assessment.goalLate" : "assessment.goalBy", when),
        ]
          .filter(Boolean)
          .join(", ")}
      </span>
    </li>
  );
}
