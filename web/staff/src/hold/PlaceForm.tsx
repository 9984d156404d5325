import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { HoldReason, NewHold } from "../api/types.ts";
import { DayField } from "../dates/DayField.tsx";
import { useCaseUnits } from "../home/units.ts";
import type { FieldTrouble } from "../page/ErrorSummary.tsx";
import { PanelForm } from "../page/PanelForm.tsx";
import { usePlaceHold, useRules } from "./useHolds.ts";

const KINDS = ["person", "unit", "rule"] as const;
type Kind = (typeof KINDS)[number];

const REASONS: HoldReason[] = [
  "litigation",
  "judicial-inquiry",
  "rights-request",
  "inspection",
  "other-duty",
];

/** A whole number, also where it stands in an address that was pasted. */
const NUMBER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Holding a person, a unit, or what is kept under a rule. */
export function PlaceForm({ person, onClose }: { person: string; onClose: (said?: string) => void }) {
  const { t } = useTranslation();
  const { units } = useCaseUnits();
  const rules = useRules();
  const place = usePlaceHold();
  const [kind, setKind] = useState<Kind>("person");
  const [what, setWhat] = useState<Record<Kind, string>>({ person, unit: "", rule: "" });
  const [reason, setReason] = useState<HoldReason | "">("");
  const [day, setDay] = useState("");
  const [attempt, setAttempt] = useState(0);
  const scope = kind === "person" ? NUMBER.exec(what.person)?.[0]?.toLowerCase() : what[kind];
  const troubles: FieldTrouble[] = [
    ...(scope ? [] : [{ field: "hold-what", text: t(`hold.${kind}Missing`) }]),
    ...(reason ? [] : [{ field: "hold-reason", text: t("hold.reasonMissing") }]),
    ...(day ? [] : [{ field: "hold-day", text: t("hold.dayMissing") }]),
  ];
  const shown = attempt > 0 ? troubles : [];
  const trouble = (field: string) => shown.find((one) => one.field === field)?.text;

  function submit() {
    setAttempt(attempt + 1);
    if (scope && reason && day) {
      const body: NewHold = {
        ...(kind === "person" ? { personId: scope } : kind === "unit" ? { unit: scope } : { rule: scope }),
        reason,
        reassessOn: day,
      };
      place.mutate(body, { onSuccess: () => onClose(t("hold.placedSaid")) });
    }
  }

  return (
    <PanelForm
      id="hold-place"
      title={t("hold.place")}
      submit={t("hold.place")}
      cancel={t("hold.cancel")}
      startAt="hold-kind"
      busy={place.isPending}
      problem={place.error ? asProblem(place.error) : null}
      troubles={shown}
      attempt={attempt}
      onSubmit={submit}
      onCancel={onClose}
    >
      <p>{t("hold.placeHelp")}</p>
      <NativeSelect
        id="hold-kind"
        label={t("hold.aboutWhat")}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={KINDS.map((value) => ({ value, label: t(`hold.kinds.${value}`) }))}
      />
      {kind === "person" ? (
        <TextInput
          id="hold-what"
          label={t("hold.personNumber")}
          description={t("hold.personHelp")}
          classNames={{ input: "number" }}
          autoComplete="off"
          spellCheck={false}
          value={what.person}
          error={trouble("hold-what")}
          onChange={(event) => setWhat({ ...what, person: event.currentTarget.value })}
        />
      ) : (
        <NativeSelect
          id="hold-what"
          label={t(`hold.${kind}`)}
          value={what[kind]}
          error={trouble("hold-what")}
          onChange={(event) => setWhat({ ...what, [kind]: event.currentTarget.value })}
          data={[
            { value: "", label: t("hold.choose") },
            ...(kind === "unit"
              ? units.map((unit) => ({ value: unit.code, label: unit.label }))
              : rules.map((rule) => ({ value: rule.code, label: rule.label }))),
          ]}
        />
      )}
      <NativeSelect
        id="hold-reason"
        label={t("hold.reason")}
        value={reason}
        error={trouble("hold-reason")}
        onChange={(event) => setReason(event.currentTarget.value as HoldReason | "")}
        data={[
          { value: "", label: t("hold.choose") },
          ...REASONS.map((value) => ({ value, label: t(`hold.reasons.${value}`) })),
        ]}
      />
      <DayField
        id="hold-day"
        label={t("hold.day")}
        value={day}
        error={trouble("hold-day")}
        onChange={setDay}
      />
    </PanelForm>
  );
}
