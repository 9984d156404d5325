import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../access/RefusedFile.tsx";
import { useAccessToMet } from "../access/useAccess.ts";
import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { Form } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { written } from "../words/written.ts";
import styles from "./search.module.css";
import { takeCarried, whenCarried } from "./sought.ts";

/** Whether a person is known elsewhere in the agency; who it is, for a reason. */
export function ElsewherePage() {
  const { t } = useTranslation();
  const [text, setText] = useState(takeCarried);
  const [attempt, setAttempt] = useState(0);
  const look = useMutation({
    mutationFn: (sought: string) =>
      answered(client.POST("/api/cases/search/elsewhere", { body: { text: sought } })),
  });
  const { reset } = look;
  useEffect(
    () =>
      whenCarried((sought) => {
        setText(sought);
        reset();
      }),
    [reset],
  );
  const missing = attempt > 0 && !written(text) && t("search.elsewhere.textMissing");

  function submit() {
    setAttempt(attempt + 1);
    if (written(text)) {
      look.mutate(written(text));
    }
  }

  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("search.elsewhere.title")}</PageTitle>
        <p>{t("search.elsewhere.lead")}</p>
      </div>
      <Form className={styles.look} onSubmit={submit}>
        {look.error && <ProblemNotice problem={asProblem(look.error)} />}
        {missing && <ErrorSummary troubles={[{ field: "sought", text: missing }]} attempt={attempt} />}
        <TextInput
          id="sought"
          classNames={{ input: "personal" }}
          label={t("search.elsewhere.text")}
          description={t("search.elsewhere.textHelp")}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          error={missing}
          onChange={(event) => {
            setText(event.currentTarget.value);
            reset();
          }}
        />
        <div className={pageStyles.actions}>
          <Button type="submit" loading={look.isPending}>
            {t("search.elsewhere.look")}
          </Button>
        </div>
      </Form>
      {look.data && <Answer lookId={look.data.lookId ?? null} />}
    </>
  );
}

function Answer({ lookId }: { lookId: string | null }) {
  const { t } = useTranslation();
  return lookId ? (
    <section>
      <p role="status">{t("search.elsewhere.somebody")}</p>
      <p>{t("search.elsewhere.reason")}</p>
      <Reason lookId={lookId} />
    </section>
  ) : (
    <section>
      <p role="status">{t("search.elsewhere.nobody")}</p>
      <p>
        <Link to="/persons/new">{t("search.register")}</Link>
      </p>
    </section>
  );
}

function Reason({ lookId }: { lookId: string }) {
  const navigate = useNavigate();
  const access = useAccessToMet(lookId, (fileId) =>
    navigate({ to: "/files/$fileId", params: { fileId }, ignoreBlocker: true }),
  );
  return <ReasonForm access={access} told={null} />;
}
