import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Hold } from "../api/types.ts";
import { DayField } from "../dates/DayField.tsx";
import { PanelForm } from "../page/PanelForm.tsx";
import { useReassessHold } from "./useHolds.ts";
import { useWhat } from "./useWhat.ts";

/** Saying that a hold is still needed, and by when somebody looks again. */
export function ReassessForm({ hold, onClose }: { hold: Hold; onClose: (said?: string) => void }) {
  const { t } = useTranslation();
  const what = useWhat();
  const reassess = useReassessHold(hold.holdId);
  const [day, setDay] = useState("");
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && !day;

  function submit() {
    setAttempt(attempt + 1);
    if (day) {
      reassess.mutate(day, { onSuccess: () => onClose(t("hold.reassessedSaid")) });
    }
  }

  return (
    <PanelForm
      id="hold-reassess"
      title={t("hold.reassessTitle", { what: what(hold) })}
      submit={t("hold.reassessAction")}
      cancel={t("hold.cancel")}
      startAt="hold-day"
      busy={reassess.isPending}
      problem={reassess.error ? asProblem(reassess.error) : null}
      troubles={missing ? [{ field: "hold-day", text: t("hold.dayMissing") }] : []}
      attempt={attempt}
      onSubmit={submit}
      onCancel={onClose}
    >
      <DayField
        id="hold-day"
        label={t("hold.day")}
        value={day}
        error={missing ? t("hold.dayMissing") : undefined}
        onChange={setDay}
      />
    </PanelForm>
  );
}
