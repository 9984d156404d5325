import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GoalState } from "../api/assessments.ts";
import { DayField } from "../dates/DayField.tsx";
import { SheetForm } from "../draft/SheetForm.tsx";
import { useDesk } from "../draft/useDesk.ts";
import { ErrorSummary, type FieldTrouble } from "../page/ErrorSummary.tsx";
import formStyles from "../page/form.module.css";
import pageStyles from "../page/page.module.css";
import { useMe } from "../shell/session.tsx";
import styles from "./assessment.module.css";
import {
  type AssessmentDraft,
  assessmentSheet,
  blankGoal,
  blankSection,
  troubleIn,
} from "./assessmentSheet.ts";
import { Meanwhile } from "./Meanwhile.tsx";
import { recordAssessment, useNewerWording } from "./useAssessments.ts";

const STATES: GoalState[] = ["open", "reached", "given-up"];

/** Évaluation sociale: one text; headings and goals if she wants some. */
export function AssessmentForm({ fileId }: { fileId: string }) {
  const desk = useDesk(fileId, assessmentSheet);
  return desk.writing.draft && <Fields fileId={fileId} desk={desk} draft={desk.writing.draft} />;
}

interface FieldsProps {
  fileId: string;
  desk: ReturnType<typeof useDesk<AssessmentDraft>>;
  draft: AssessmentDraft;
}

function Fields({ fileId, desk, draft }: FieldsProps) {
  const { t } = useTranslation();
  const { today } = useMe();
  const [attempt, setAttempt] = useState(0);
  const found = attempt > 0 ? troubleIn(draft, today) : {};
  const dateTrouble = found.date && t(`assessment.missing.${found.date}`);
  const textTrouble = found.text && t(`assessment.missing.${found.text}`);
  const troubles: FieldTrouble[] = [
    { field: "assessment-date", text: dateTrouble },
    { field: "assessment-text-0", text: textTrouble },
  ].flatMap(({ field, text }) => (text ? [{ field, text }] : []));
  const edit = (change: Partial<AssessmentDraft>) => desk.act({ do: "edit", change });
  const { sections, goals } = draft;
  const newer = useNewerWording(fileId, draft, desk.writing.refusal?.code === "edited-meanwhile");

  function submit() {
    if (Object.keys(troubleIn(draft, today)).length > 0) {
      setAttempt((last) => last + 1);
    } else {
      if (newer) {
        // Both were seen side by side: this one follows the other.
        edit({ revising: { assessmentId: newer.assessmentId, revisionId: newer.revisionId } });
      }
      desk.send((assessment, key) => recordAssessment(fileId, assessment, key));
    }
  }

  function addAndGo(change: Partial<AssessmentDraft>, field: string) {
    edit(change);
    setTimeout(() => document.getElementById(field)?.focus());
  }

  return (
    <SheetForm
      fileId={fileId}
      desk={desk}
      sheet={assessmentSheet}
      title={t(draft.revising ? "assessment.reviseTitle" : "file.write.assessment")}
      firstField="assessment-text-0"
      onSubmit={submit}
    >
      {newer && <Meanwhile newer={newer} draft={draft} onTake={edit} />}
      <ErrorSummary attempt={attempt} troubles={troubles} />
      <DayField
        id="assessment-date"
        className={formStyles.date}
        label={t("assessment.fields.date")}
        max={today}
        value={draft.date}
        error={dateTrouble}
        onChange={(day) => edit({ date: day })}
      />
      {sections.map((section, at) => (
        <Part
          key={section.key}
          at={at}
          section={section}
          several={sections.length > 1}
          error={at === 0 ? textTrouble : undefined}
          onChange={(change) => edit({ sections: replaced(sections, at, change) })}
          onRemove={() => edit({ sections: sections.filter((one) => one !== section) })}
        />
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={17} aria-hidden />}
          onClick={() =>
            addAndGo({ sections: [...sections, blankSection()] }, `assessment-heading-${sections.length}`)
          }
        >
          {t("assessment.fields.addPart")}
        </Button>
      </div>
      <fieldset className={styles.goalsField}>
        <legend>{t("assessment.fields.goals")}</legend>
        <p className={`quiet ${formStyles.note}`}>{t("assessment.fields.goalsHelp")}</p>
        {goals.map((goal, at) => (
          <GoalFields
            key={goal.key}
            at={at}
            goal={goal}
            onChange={(change) => edit({ goals: replaced(goals, at, change) })}
            onRemove={() => edit({ goals: goals.filter((one) => one !== goal) })}
          />
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={() => addAndGo({ goals: [...goals, blankGoal()] }, `goal-text-${goals.length}`)}
          >
            {t("assessment.fields.addGoal")}
          </Button>
        </div>
      </fieldset>
    </SheetForm>
  );
}

function replaced<T>(all: readonly T[], at: number, change: Partial<T>): T[] {
  return all.map((one, index) => (index === at ? { ...one, ...change } : one));
}

interface PartProps {
  at: number;
  section: AssessmentDraft["sections"][number];
  several: boolean;
  error: string | undefined;
  onChange: (change: Partial<AssessmentDraft["sections"][number]>) => void;
  onRemove: () => void;
}

function Part({ at, section, several, error, onChange, onRemove }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.part}>
      {(several || section.heading !== "") && (
        <TextInput
          id={`assessment-heading-${at}`}
          label={t("assessment.fields.heading")}
          classNames={{ input: "personal" }}
          value={section.heading}
          onChange={(event) => onChange({ heading: event.currentTarget.value })}
        />
      )}
      <Textarea
        id={`assessment-text-${at}`}
        label={several ? t("assessment.fields.part", { number: at + 1 }) : t("assessment.fields.text")}
        classNames={{ input: `personal ${formStyles.text}` }}
        autosize
        minRows={at === 0 ? 8 : 4}
        spellCheck
        value={section.text}
        error={error}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {several && (
        <div>
          <button type="button" className={pageStyles.link} onClick={onRemove}>
            {t("assessment.fields.removePart")}
            <span className="visually-hidden"> {at + 1}</span>
          </button>
        </div>
      )}
    </div>
  );
}

interface GoalProps {
  at: number;
  goal: AssessmentDraft["goals"][number];
  onChange: (change: Partial<AssessmentDraft["goals"][number]>) => void;
  onRemove: () => void;
}

function GoalFields({ at, goal, onChange, onRemove }: GoalProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.goal}>
      <TextInput
        id={`goal-text-${at}`}
        label={t("assessment.fields.goal", { number: at + 1 })}
        classNames={{ input: "personal" }}
        value={goal.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className={formStyles.pair}>
        <DayField
          id={`goal-by-${at}`}
          label={t("assessment.fields.by")}
          value={goal.by}
          onChange={(day) => onChange({ by: day })}
        />
        <NativeSelect
          id={`goal-state-${at}`}
          label={t("assessment.fields.state")}
          data={STATES.map((state) => ({ value: state, label: t(`assessment.states.${state}`) }))}
          value={goal.state}
          onChange={(event) => onChange({ state: event.currentTarget.value as GoalState })}
        />
      </div>
      <div>
        <button type="button" className={pageStyles.link} onClick={onRemove}>
          {t("assessment.fields.removeGoal")}
          <span className="visually-hidden"> {t("assessment.fields.goal", { number: at + 1 })}</span>
        </button>
      </div>
    </div>
  );
}
