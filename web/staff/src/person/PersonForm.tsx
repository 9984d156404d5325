import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconFolderPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, fieldOf } from "../api/problem.ts";
import type { HouseholdType, NewPerson } from "../api/types.ts";
import { ErrorSummary, type FieldTrouble } from "../page/ErrorSummary.tsx";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { announce } from "../shell/announcer.tsx";
import { useMe } from "../shell/session.tsx";
import styles from "./person.module.css";
import { useRegistration } from "./register.ts";
import { typed } from "./typed.ts";

const HOUSEHOLDS: HouseholdType[] = ["alone", "couple", "single-parent", "couple-with-children", "other"];
const FIELDS = [
  "familyName",
  "givenName",
  "birthDate",
  "phone",
  "email",
  "address",
  "householdType",
] as const;
type Field = (typeof FIELDS)[number];

interface Props {
  person: NewPerson;
  onChange: (person: NewPerson) => void;
}

export function PersonForm({ person, onChange }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const { registration, halfWay } = useRegistration(me.unit ?? "");
  const nameField = useRef<HTMLInputElement>(null);
  const problem = registration.error ? asProblem(registration.error) : null;
  const refused: FieldTrouble[] = (problem?.errors ?? [])
    .map((error) => ({ field: fieldOf(error), text: error.detail }))
    .filter(({ field }) => FIELDS.includes(field as Field));
  const nameMissing = attempt > 0 && person.familyName.trim() === "";
  const troubles = nameMissing ? [{ field: "familyName", text: t("person.nameMissing") }] : refused;

  useEffect(() => nameField.current?.focus(), []);

  function submit() {
    setAttempt((last) => last + 1);
    if (person.familyName.trim() === "") {
      return;
    }
    registration.mutate(typed(person), {
      onSuccess: (fileId) => {
        announce(t("person.created"));
        navigate({ to: "/files/$fileId", params: { fileId } });
      },
      onError: () => setAttempt((last) => last + 1),
    });
  }

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
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        }
      }}
    >
      {!me.unit && (
        <Notice kind="trouble">
          <p>{t("person.noUnit")}</p>
        </Notice>
      )}
      {problem && troubles.length === 0 && <ProblemNotice problem={problem} />}
      {halfWay && (
        <Notice kind="info">
          <p>{t("person.halfWay")}</p>
        </Notice>
      )}
      <ErrorSummary troubles={troubles} attempt={attempt} />
      <TextInput {...text("familyName")} ref={nameField} required description={t("person.familyNameHelp")} />
      <TextInput {...text("givenName")} />
      <fieldset className={styles.optional}>
        <legend>{t("person.more")}</legend>
        <p className="quiet">{t("person.moreHelp")}</p>
        <div className={styles.pair}>
          <TextInput {...text("birthDate")} type="date" max={me.today} />
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
      <div className={pageStyles.actions}>
        <Button
          type="submit"
          size="md"
          disabled={!me.unit}
          loading={registration.isPending}
          leftSection={<IconFolderPlus size={20} aria-hidden />}
        >
          {t("person.create")}
        </Button>
      </div>
      <p className="quiet">{t("person.retention")}</p>
    </form>
  );
}
