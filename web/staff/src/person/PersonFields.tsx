import { NativeSelect, TextInput } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { fieldOf } from "../api/problem.ts";
import type { HouseholdType } from "../api/types.ts";
import { DayField } from "../dates/DayField.tsx";
import type { FieldTrouble } from "../page/ErrorSummary.tsx";
import formStyles from "../page/form.module.css";
import { useMe } from "../shell/session.tsx";
import styles from "./person.module.css";
import { FIELDS, type Field, type PersonTyped } from "./typed.ts";

const HOUSEHOLDS: HouseholdType[] = ["alone", "couple", "single-parent", "couple-with-children", "other"];

interface Props {
  person: PersonTyped;
  onChange: (person: PersonTyped) => void;
  troubles: FieldTrouble[];
  nameField: Ref<HTMLInputElement>;
}

/** Who somebody is: a name, then what serves the support. */
export function PersonFields({ person, onChange, troubles, nameField }: Props) {
  const { t } = useTranslation();
  const me = useMe();

  function text(field: Field) {
    return {
      id: field,
      name: field,
      label: t(`person.${field}`),
      value: person[field] ?? "",
      autoComplete: "off",
      error: troubles.find((trouble) => trouble.field === field)?.text,
      classNames: { input: "personal" },
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ ...person, [field]: event.currentTarget.value }),
    };
  }

  return (
    <>
      <TextInput {...text("familyName")} ref={nameField} required description={t("person.familyNameHelp")} />
      <TextInput {...text("givenName")} />
      <fieldset className={styles.optional}>
        <legend>{t("person.more")}</legend>
        <p className="quiet">{t("person.moreHelp")}</p>
        <div className={formStyles.pair}>
          <TextInput {...text("earlierNames")} description={t("person.namesHelp")} />
          <TextInput {...text("aliases")} description={t("person.namesHelp")} />
          <DayField
            id="birthDate"
            name="birthDate"
            label={t("person.birthDate")}
            personal
            orYear
            max={me.today}
            value={person.birthDate ?? ""}
            error={troubles.find((trouble) => trouble.field === "birthDate")?.text}
            onChange={(birthDate) => onChange({ ...person, birthDate })}
          />
          <NativeSelect
            {...text("householdType")}
            data={[
              { value: "", label: t("person.households.none") },
              ...HOUSEHOLDS.map((value) => ({ value, label: t(`person.households.${value}`) })),
            ]}
          />
          <TextInput {...text("phone")} type="tel" />
          <TextInput {...text("email")} type="email" />
        </div>
        <TextInput {...text("address")} />
      </fieldset>
    </>
  );
}

/** What the server said of single fields, where the form has them. */
export function refusedFields(problem: Problem | null): FieldTrouble[] {
  return (problem?.errors ?? [])
    .map((error) => ({ field: typedIn(fieldOf(error)), text: error.detail }))
    .filter(({ field }) => FIELDS.includes(field as Field));
}

/** A year of birth is typed where its day would be. */
function typedIn(field: string): string {
  return field === "birthYear" ? "birthDate" : field;
}
