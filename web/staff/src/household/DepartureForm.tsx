import { Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Departure, Member } from "../api/people.ts";
import { asProblem } from "../api/problem.ts";
import { DayField } from "../dates/DayField.tsx";
import formStyles from "../page/form.module.css";
import { PanelForm } from "../page/PanelForm.tsx";
import { useMe } from "../shell/session.tsx";
import { useDeparture } from "./useHousehold.ts";

const REASONS: Departure[] = ["left", "died", "error"];

interface Props {
  householdId: string;
  member: Member;
  onDone: () => void;
  onCancel: () => void;
}

/** Somebody no longer lives here: since when, and why in one of three words. */
export function DepartureForm({ householdId, member, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const departure = useDeparture(householdId);
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState<Departure>("left");
  const [attempt, setAttempt] = useState(0);
  const wrong = on === "" ? "dateMissing" : on > today ? "dateAhead" : undefined;
  const trouble = attempt > 0 && wrong ? t(`people.household.${wrong}`) : undefined;

  function submit() {
    setAttempt((last) => last + 1);
    if (!wrong) {
      departure.mutate({ membershipId: member.membershipId, on, reason }, { onSuccess: onDone });
    }
  }

  return (
    <PanelForm
      id="departure"
      title={t("people.household.departureTitle")}
      submit={t("people.household.confirmDeparture")}
      cancel={t("people.back")}
      onSubmit={submit}
      onCancel={onCancel}
      busy={departure.isPending}
      problem={departure.error ? asProblem(departure.error) : null}
      attempt={attempt}
      troubles={trouble ? [{ field: "departure-on", text: trouble }] : []}
    >
      <Radio.Group
        label={t("people.household.why")}
        value={reason}
        onChange={(why) => setReason(why as Departure)}
      >
        <div className={formStyles.choices}>
          {REASONS.map((why) => (
            <Radio key={why} value={why} label={t(`people.household.reasons.${why}`)} />
          ))}
        </div>
      </Radio.Group>
      <DayField
        id="departure-on"
        className={formStyles.date}
        label={t("people.household.on")}
        max={today}
        value={on}
        error={trouble}
        onChange={(day) => setOn(day)}
      />
    </PanelForm>
  );
}
