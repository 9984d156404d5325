import { Button } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import type { PersonRecord } from "../api/people.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import { useOpenedFile } from "../file/opened.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { Form } from "../page/Form.tsx";
import formStyles from "../page/form.module.css";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { announce } from "../shell/announcer.tsx";
import { written } from "../words/written.ts";
import { BothVersions } from "./BothVersions.tsx";
import { PersonFields, refusedFields } from "./PersonFields.tsx";
import styles from "./person.module.css";
import { type Choices, differences, reconciled } from "./reconcile.ts";
import { asTyped, type PersonTyped, typed } from "./typed.ts";
import { readPerson, usePerson } from "./usePerson.ts";

/** Modifier l'identité: what was before stays known; two changes at once are shown side by side. */
export function IdentityPage() {
  const { t } = useTranslation();
  const { person } = useOpenedFile();
  const record = usePerson(person.personId);
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{t("people.identity.title")}</h2>
      <p className={formStyles.lead}>{t("people.identity.lead")}</p>
      {record.error && !record.data && <ProblemNotice problem={asProblem(record.error)} />}
      {record.isPending && <Waiting />}
      {record.data && <Amend key={person.personId} record={record.data} />}
    </section>
  );
}

function Amend({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const { fileId } = useOpenedFile();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const nameField = useRef<HTMLInputElement>(null);
  const [base, setBase] = useState(record);
  const [mine, setMine] = useState<PersonTyped>(asTyped(record));
  const [theirs, setTheirs] = useState<PersonRecord | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const found = theirs ? differences(asTyped(base), asTyped(theirs), mine) : [];
  const nameMissing = attempt > 0 && written(mine.familyName) === "";
  const troubles = nameMissing
    ? [{ field: "familyName", text: t("person.nameMissing") }]
    : refusedFields(problem);

  async function save() {
    setAttempt((last) => last + 1);
    const wanted = theirs ? reconciled(mine, found, choices) : mine;
    if (written(wanted.familyName) === "") {
      return;
    }
    setBusy(true);
    try {
      await answered(
        client.PUT("/api/cases/persons/{personId}", {
          params: { path: { personId: record.personId } },
          body: { ...typed(wanted), revisionId: (theirs ?? base).revisionId ?? "" },
        }),
      );
      announce(t("people.identity.saved"));
      for (const queryKey of [["person"], ["file"], ["files"], ["household"]]) {
        cache.invalidateQueries({ queryKey });
      }
      navigate({ to: "/files/$fileId", params: { fileId }, ignoreBlocker: true });
    } catch (error) {
      await refused(asProblem(error), wanted);
    } finally {
      setBusy(false);
    }
  }

  async function refused(why: Problem, wanted: PersonTyped) {
    if (why.code !== "edited-meanwhile") {
      setProblem(why);
      setAttempt((last) => last + 1);
      return;
    }
    try {
      const current = await readPerson(record.personId);
      setBase(theirs ?? base);
      setMine(wanted);
      setTheirs(current);
      setChoices({});
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <Form className={styles.form} aria-labelledby="identity" onSubmit={save}>
      {problem && troubles.length === 0 && <ProblemNotice problem={problem} />}
      <ErrorSummary troubles={troubles} attempt={attempt} />
      {theirs ? (
        <BothVersions found={found} choices={choices} onChoose={setChoices} />
      ) : (
        <PersonFields person={mine} onChange={setMine} troubles={troubles} nameField={nameField} />
      )}
      <div className={pageStyles.actions}>
        <Button type="submit" loading={busy} leftSection={<IconDeviceFloppy size={19} aria-hidden />}>
          {t(theirs ? "people.identity.saveChosen" : "people.identity.save")}
          <kbd aria-hidden>Ctrl+↵</kbd>
        </Button>
        <Link to="/files/$fileId" params={{ fileId }}>
          {t("people.identity.back")}
        </Link>
      </div>
    </Form>
  );
}
