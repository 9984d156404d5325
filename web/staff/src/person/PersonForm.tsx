import { Button } from "@mantine/core";
import { IconFolderPlus, IconUsersPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { Form } from "../page/Form.tsx";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { announce } from "../shell/announcer.tsx";
import { useMe } from "../shell/session.tsx";
import { written } from "../words/written.ts";
import { PersonFields, refusedFields } from "./PersonFields.tsx";
import styles from "./person.module.css";
import { type Joins, useRegistration } from "./register.ts";
import { type PersonTyped, typed } from "./typed.ts";

interface Props {
  person: PersonTyped;
  onChange: (person: PersonTyped) => void;
  /** Whose household the new person joins; without it, they get a file of their own. */
  joins: Joins | undefined;
  /** What the new person is to the household. */
  membership?: ReactNode;
  /** Who is known already: beside the fields, or between them and the button where there is no room beside them. */
  children: ReactNode;
}

export function PersonForm({ person, onChange, joins, membership, children }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const { registration, halfWay } = useRegistration(me.unit ?? "", joins);
  const nameField = useRef<HTMLInputElement>(null);
  const problem = registration.error ? asProblem(registration.error) : null;
  const nameMissing = attempt > 0 && written(person.familyName) === "";
  const troubles = nameMissing
    ? [{ field: "familyName", text: t("person.nameMissing") }]
    : refusedFields(problem);

  useEffect(() => nameField.current?.focus(), []);

  function submit() {
    setAttempt((last) => last + 1);
    if (written(person.familyName) === "") {
      return;
    }
    registration.mutate(typed(person), {
      onSuccess: (fileId) => {
        announce(t(joins ? "person.joined" : "person.created"));
        navigate({
          to: joins ? "/files/$fileId/household" : "/files/$fileId",
          params: { fileId },
          ignoreBlocker: true,
        });
      },
      onError: () => setAttempt((last) => last + 1),
    });
  }

  const Icon = joins ? IconUsersPlus : IconFolderPlus;
  return (
    <Form className={styles.sheet} onSubmit={submit}>
      <div className={styles.form}>
        {!me.unit && (
          <Notice kind="trouble">
            <p>{t("person.noUnit")}</p>
          </Notice>
        )}
        {problem && troubles.length === 0 && <ProblemNotice problem={problem} />}
        {halfWay && (
          <Notice kind="info">
            <p>{t(joins ? "person.halfJoined" : "person.halfWay")}</p>
          </Notice>
        )}
        <ErrorSummary troubles={troubles} attempt={attempt} />
        <PersonFields person={person} onChange={onChange} troubles={troubles} nameField={nameField} />
        {membership}
      </div>
      {children}
      <div className={styles.send}>
        <div className={pageStyles.actions}>
          <Button
            type="submit"
            size="md"
            disabled={!me.unit}
            loading={registration.isPending}
            leftSection={<Icon size={20} aria-hidden />}
          >
            {t(joins ? "person.createAndJoin" : "person.create")}
          </Button>
        </div>
        <p className="quiet">{t(joins ? "person.withoutOwnFile" : "person.retention")}</p>
      </div>
    </Form>
  );
}
