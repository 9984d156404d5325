import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "../api/people.ts";
import { asProblem } from "../api/problem.ts";
import { DayField } from "../dates/DayField.tsx";
import formStyles from "../page/form.module.css";
import { PanelForm } from "../page/PanelForm.tsx";
import { fullName, shortNumber } from "../person/names.ts";
import { useMe } from "../shell/session.tsx";
import { troubleInSplit } from "./split.ts";
import { useSplit } from "./useHousehold.ts";

interface Props {
  householdId: string;
  present: Member[];
  personId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** The household becomes two: who goes is chosen, who stays is not. */
export function SplitForm({ householdId, present, personId, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const split = useSplit(householdId);
  const [going, setGoing] = useState<string[]>([]);
  const [on, setOn] = useState(today);
  const [attempt, setAttempt] = useState(0);
  const trouble = troubleInSplit({ going, present: present.length, on, today });
  const whoTrouble = attempt > 0 && trouble.who ? t(`people.household.${trouble.who}`) : undefined;
  const dateTrouble = attempt > 0 && trouble.on ? t(`people.household.${trouble.on}`) : undefined;

  function submit() {
    setAttempt((last) => last + 1);
    if (!trouble.who && !trouble.on) {
      split.mutate({ membershipIds: going, on }, { onSuccess: onDone });
    }
  }

  return (
    <PanelForm
      id="split"
      title={t("people.household.split")}
      submit={t("people.household.confirmSplit")}
      cancel={t("people.back")}
      onSubmit={submit}
      onCancel={onCancel}
      busy={split.isPending}
      problem={split.error ? asProblem(split.error) : null}
      attempt={attempt}
      troubles={[
        ...(whoTrouble ? [{ field: `goes-${present[0]?.membershipId}`, text: whoTrouble }] : []),
        ...(dateTrouble ? [{ field: "split-on", text: dateTrouble }] : []),
      ]}
    >
      <p>{t("people.household.splitText")}</p>
      <Checkbox.Group
        label={t("people.household.whoGoes")}
        error={whoTrouble}
        value={going}
        onChange={setGoing}
      >
        <div className={formStyles.choices}>
          {present.map((member) => (
            <Checkbox
              key={member.membershipId}
              id={`goes-${member.membershipId}`}
              value={member.membershipId}
              label={
                member.name ? (
                  <>
                    <span className="personal">{fullName(member.name)}</span>
                    {member.personId === personId && (
                      <span className="quiet"> ({t("people.household.self")})</span>
                    )}
                  </>
                ) : (
                  `${t("people.household.unreadable")} ${t("file.number", { number: shortNumber(member.personId) })}`
                )
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      <DayField
        id="split-on"
        className={formStyles.date}
        label={t("people.household.on")}
        max={today}
        value={on}
        error={dateTrouble}
        onChange={(day) => setOn(day)}
      />
    </PanelForm>
  );
}
