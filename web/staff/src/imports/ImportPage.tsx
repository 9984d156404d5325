import { Button, FileInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../api/download.ts";
import { asProblem } from "../api/problem.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { EarlierImports } from "./EarlierImports.tsx";
import { ImportReport } from "./ImportReport.tsx";
import styles from "./imports.module.css";
import { UnreadImport } from "./UnreadImport.tsx";
import { useImport, useStartImport } from "./useImports.ts";

const MODEL = "/api/cases/imports/model";

/** Reprise de dossiers: a CSV file is tried first, line by line, and only then taken in. */
export function ImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { run } = useSearch({ from: "/imports" });
  const [file, setFile] = useState<File | null>(null);
  /** Which file the report is about; without one, it is an earlier import's. */
  const [sent, setSent] = useState<File | null>(null);
  const start = useStartImport();
  const model = useMutation({
    mutationFn: () => download(MODEL, "text/csv", t("imports.modelName")),
  });
  const followed = useImport(run);
  const current = followed.data;
  const running = start.isPending || current?.state === "running";
  const tried = current?.dryRun === true && current.state === "done" && file !== null && sent === file;
  const problem = followed.error ?? model.error;

  function show(importId: string | undefined) {
    navigate({ to: "/imports", search: { run: importId }, replace: true, resetScroll: false });
  }

  function begin(dryRun: boolean) {
    if (file) {
      setSent(file);
      start.mutate({ file, dryRun }, { onSuccess: (answer) => show(answer.importId) });
    }
  }

  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("shell.imports")}</PageTitle>
        <p>{t("imports.lead")}</p>
      </div>
      {problem && <ProblemNotice problem={asProblem(problem)} />}
      {start.error && <UnreadImport problem={asProblem(start.error)} />}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          begin(true);
        }}
      >
        <FileInput
          label={t("imports.file")}
          description={t("imports.columns")}
          accept=".csv,.txt,text/csv,text/tab-separated-values"
          placeholder={t("imports.choose")}
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            start.reset();
            show(undefined);
          }}
          clearable
          clearButtonProps={{ "aria-label": t("imports.clear") }}
        />
        <div className={pageStyles.actions}>
          <Button type="submit" disabled={!file || running} loading={running && current?.dryRun !== false}>
            {t("imports.try")}
          </Button>
          {tried && current.created > 0 && (
            <Button variant="default" disabled={running} onClick={() => begin(false)}>
              {t("imports.take", { count: current.created })}
            </Button>
          )}
          <Button variant="subtle" loading={model.isPending} onClick={() => model.mutate()}>
            {t("imports.model")}
          </Button>
        </div>
      </form>
      {current && <ImportReport report={current} />}
      <EarlierImports shown={run} />
    </>
  );
}
