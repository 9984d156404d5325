import { Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Outcome, Referral } from "../api/referrals.ts";
import { DayField } from "../dates/DayField.tsx";
import { monthAfter } from "../dates/days.ts";
import formStyles from "../page/form.module.css";
import { PanelForm } from "../page/PanelForm.tsx";
import { useMe } from "../shell/session.tsx";
import { written } from "../words/written.ts";
import { useAnswering } from "./useReferrals.ts";

const OUTCOMES: Outcome[] = ["accepted", "refused", "waiting", "no-answer"];

interface Props {
  referral: Referral;
  fileId: string;
  onDone: (said: string) => void;
  onCancel: () => void;
}

/** What came back, or that nothing did; while it waits, when to ask again. */
export function AnswerForm({ referral: { referralId }, fileId, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const answering = useAnswering(fileId, referralId);
  const [outcome, setOutcome] = useState<Outcome | "">("");
  const [text, setText] = useState("");
  const [on, setOn] = useState(today);
  const [followUpOn, setFollowUpOn] = useState(monthAfter(today));
  const [attempt, setAttempt] = useState(0);
  const wrongDay = on === "" ? "date" : on > today ? "ahead" : undefined;
  const wrongFollowUp = outcome === "waiting" && (followUpOn === "" || followUpOn < today);
  const outcomeTrouble = attempt > 0 && outcome === "" ? t("referral.missing.outcome") : undefined;
  const dayTrouble = attempt > 0 && wrongDay ? t(`referral.missing.${wrongDay}`) : undefined;
  const followUpTrouble = attempt > 0 && wrongFollowUp ? t("referral.missing.followUp") : undefined;
  const id = (field: string) => `answer-${field}-${referralId}`;

  function submit() {
    setAttempt((last) => last + 1);
    if (outcome !== "" && !wrongDay && !wrongFollowUp) {
      answering.mutate(
        {
          outcome,
          answeredOn: on,
          ...(written(text) ? { text: written(text) } : {}),
          ...(outcome === "waiting" ? { followUpOn } : {}),
        },
        { onSuccess: () => onDone(t("referral.answer.done")) },
      );
    }
  }

  return (
    <PanelForm
      id={id("title")}
      level={4}
      title={t("referral.answer.title")}
      submit={t("referral.answer.confirm")}
      cancel={t("referral.back")}
      onSubmit={submit}
      onCancel={onCancel}
      busy={answering.isPending}
      problem={answering.error ? asProblem(answering.error) : null}
      attempt={attempt}
      troubles={[
        ...(outcomeTrouble ? [{ field: id("accepted"), text: outcomeTrouble }] : []),
        ...(dayTrouble ? [{ field: id("on"), text: dayTrouble }] : []),
        ...(followUpTrouble ? [{ field: id("follow-up"), text: followUpTrouble }] : []),
      ]}
    >
      <Radio.Group
        label={t("referral.answer.what")}
        value={outcome}
        error={outcomeTrouble}
        onChange={(what) => setOutcome(what as Outcome)}
      >
        <div className={formStyles.choices}>
          {OUTCOMES.map((what) => (
            <Radio
              key={what}
              id={id(what)}
              value={what}
              label={t(`referral.outcomes.${what}`)}
              className={formStyles.sentence}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        id={id("text")}
        label={t("referral.answer.text")}
        classNames={{ input: `personal ${formStyles.text}` }}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={formStyles.pair}>
        <DayField
          id={id("on")}
          label={t("referral.answer.on")}
          max={today}
          value={on}
          error={dayTrouble}
          onChange={(day) => setOn(day)}
        />
        {outcome === "waiting" && (
          <DayField
            id={id("follow-up")}
            label={t("referral.answer.followUpOn")}
            value={followUpOn}
            error={followUpTrouble}
            onChange={(day) => setFollowUpOn(day)}
          />
        )}
      </div>
    </PanelForm>
  );
}
