import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Information } from "../api/reported.ts";
import { DayField } from "../dates/DayField.tsx";
import formStyles from "../page/form.module.css";
import { PanelForm } from "../page/PanelForm.tsx";
import { useMe } from "../shell/session.tsx";
import { useNotice } from "./useInformation.ts";

export interface DecisionProps {
  information: Information;
  fileId: string;
  onDone: (said: string) => void;
  onCancel: () => void;
}

/** The person was told: on which day; and what telling them means. */
export function NoticeForm({ information, fileId, onDone, onCancel }: DecisionProps) {
  const { t } = useTranslation();
  const { today } = useMe();
  const { informationId, receivedOn } = information;
  const notice = useNotice(fileId, informationId);
  const [on, setOn] = useState(today);
  const [attempt, setAttempt] = useState(0);
  const wrong = on === "" ? "date" : on > today ? "ahead" : on < receivedOn ? "beforeReceived" : undefined;
  const trouble = attempt > 0 && wrong ? t(`reported.missing.${wrong}`) : undefined;
  const field = `told-${informationId}`;

  function submit() {
    setAttempt((last) => last + 1);
    if (!wrong) {
      notice.mutate(on, { onSuccess: () => onDone(t("reported.notice.done")) });
    }
  }

  return (
    <PanelForm
      id={`notice-${informationId}`}
      level={4}
      title={t("reported.notice.giveTitle")}
      submit={t("reported.notice.confirm")}
      cancel={t("reported.back")}
      onSubmit={submit}
      onCancel={onCancel}
      busy={notice.isPending}
      problem={notice.error ? asProblem(notice.error) : null}
      attempt={attempt}
      troubles={trouble ? [{ field, text: trouble }] : []}
    >
      <p>{t("reported.notice.giveSay")}</p>
      <DayField
        id={field}
        className={formStyles.date}
        label={t("reported.notice.on")}
        max={today}
        value={on}
        error={trouble}
        onChange={(day) => setOn(day)}
      />
    </PanelForm>
  );
}
