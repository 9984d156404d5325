import { Button, FileInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { Form } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { ImportReport } from "./ImportReport.tsx";
import styles from "./imports.module.css";
import { useImport, useStartImport } from "./useImports.ts";

/** Reprise de dossiers: a CSV file is tried first, line by line, and only then taken in. */
export function ImportPage() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [importId, setImportId] = useState<string>();
  const start = useStartImport();
  const followed = useImport(importId);
  const current = followed.data;
  const running = start.isPending || current?.state === "running";
  const tried = current?.dryRun === true && current.state === "done";
  const problem = start.error ?? followed.error;

  function begin(dryRun: boolean) {
    if (file) {
      start.mutate({ file, dryRun }, { onSuccess: (answer) => setImportId(answer.importId) });
    }
  }

  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("shell.imports")}</PageTitle>
        <p>{t("imports.lead")}</p>
      </div>
      {problem && <ProblemNotice problem={asProblem(problem)} />}
      <Form className={styles.form} light onSubmit={() => begin(true)}>
        <FileInput
          label={t("imports.file")}
          description={t("imports.columns")}
          accept=".csv,text/csv"
          placeholder={t("imports.choose")}
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            setImportId(undefined);
            start.reset();
          }}
          clearable
        />
        <div className={pageStyles.actions}>
          <Button type="submit" disabled={!file || running} loading={running && current?.dryRun !== false}>
            {t("imports.try")}
          </Button>
          {tried && (
            <Button variant="default" disabled={running} onClick={() => begin(false)}>
              {t("imports.take", { count: current.created })}
            </Button>
          )}
        </div>
      </Form>
      {current && <ImportReport report={current} />}
    </>
  );
}
