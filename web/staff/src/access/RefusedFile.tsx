import { Button, Radio, Stack, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../api/problem.ts";
import type { ExceptionalReason, NewExceptionalAccess, Told } from "../api/types.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { Form } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { currentLanguage } from "../words/language.ts";
import { written } from "../words/written.ts";
import styles from "./access.module.css";
import { useExceptionalAccess } from "./useAccess.ts";

const REASONS: ExceptionalReason[] = ["emergency", "replacement", "shared-visit", "other"];

/** In place of a file that is not theirs to read: why, whom to ask, and the way in for who must. */
export function RefusedFile({ fileId, problem }: { fileId: string; problem: Problem }) {
  const { t } = useTranslation();
  const { exceptionalAccess, referent, ask, told } = problem.facts;
  const kind = problem.code === "excluded" || problem.code === "restricted" ? problem.code : "otherUnit";
  return (
    <>
      <PageTitle>{t(`access.refused.${kind}.title`)}</PageTitle>
      <div className={styles.why}>
        <p>{t(`access.refused.${kind}.text`)}</p>
        {ask && <p>{t("access.ask", { name: ask.name ?? t("access.yourLead") })}</p>}
        {kind === "otherUnit" && referent?.name && <p>{t("access.referentIs", { name: referent.name })}</p>}
      </div>
      {exceptionalAccess ? (
        <ExceptionalAccessForm fileId={fileId} told={told} />
      ) : (
        kind !== "otherUnit" && <p>{t("access.noWayIn")}</p>
      )}
      <p>
        <Link to="/">{t("problem.backHome")}</Link>
      </p>
    </>
  );
}

/** By name, as far as names are known. */
function useNameOfTold(told: Told | null | undefined): string {
  const { t } = useTranslation();
  const names = (told?.staff ?? []).flatMap((one) => one.name ?? []);
  return names.length > 0
    ? new Intl.ListFormat(currentLanguage()).format(names)
    : t(`access.told.${told?.office ?? "referent"}`);
}

function ExceptionalAccessForm({ fileId, told }: { fileId: string; told: Told | null | undefined }) {
  return <ReasonForm access={useExceptionalAccess(fileId)} told={told} />;
}

interface Access {
  mutate: (access: NewExceptionalAccess) => void;
  error: unknown;
  isPending: boolean;
}

/** Why a file is opened that is not one's own to read. */
export function ReasonForm({ access, told }: { access: Access; told: Told | null | undefined }) {
  const { t } = useTranslation();
  const name = useNameOfTold(told);
  const [reason, setReason] = useState<ExceptionalReason | "">("");
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const troubles = [
    ...(reason ? [] : [{ field: "exceptional-reason", text: t("access.exceptional.reasonMissing") }]),
    ...(written(text) ? [] : [{ field: "exceptional-text", text: t("access.exceptional.textMissing") }]),
  ];

  function submit() {
    setAttempt(attempt + 1);
    if (reason && troubles.length === 0) {
      access.mutate({ reason, reasonText: written(text) });
    }
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <h2>{t("access.exceptional.title")}</h2>
      <p>{t("access.exceptional.lead", { name })}</p>
      {access.error != null && <ProblemNotice problem={asProblem(access.error)} />}
      {attempt > 0 && <ErrorSummary troubles={troubles} attempt={attempt} />}
      <Radio.Group
        label={t("access.exceptional.reason")}
        value={reason}
        onChange={(chosen) => setReason(chosen as ExceptionalReason)}
        error={attempt > 0 && !reason && t("access.exceptional.reasonMissing")}
      >
        <Stack gap="xs" mt="xs">
          {REASONS.map((one, at) => (
            <Radio
              key={one}
              id={at === 0 ? "exceptional-reason" : undefined}
              value={one}
              label={t(`access.exceptional.reasons.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        id="exceptional-text"
        classNames={{ input: "personal" }}
        label={t("access.exceptional.text")}
        description={t("access.exceptional.textHelp", { name })}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={attempt > 0 && !written(text) && t("access.exceptional.textMissing")}
      />
      <div className={pageStyles.actions}>
        <Button type="submit" loading={access.isPending}>
          {t("access.exceptional.open")}
        </Button>
      </div>
    </Form>
  );
}
