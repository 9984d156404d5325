import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Import } from "../api/types.ts";
import { Notice } from "../page/Notice.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./imports.module.css";
import { LinesTable } from "./LinesTable.tsx";

/** What becomes of each line: taken, there already, or refused and why. Never what the line says. */
export function ImportReport({ report }: { report: Import }) {
  const { t } = useTranslation();
  const numbers = new Intl.NumberFormat(currentLanguage());
  const share = report.rows ? Math.round((report.done / report.rows) * 100) : 0;
  const kind = report.dryRun ? "dryRun" : "taken";
  return (
    <section aria-labelledby="report" className={styles.report}>
      <h2 id="report">{t(`imports.report.${kind}`)}</h2>
      {report.state === "running" && (
        <>
          <Progress value={share} aria-label={t("imports.progress")} className={styles.progress} />
          <p role="status">
            {t("imports.done", { done: numbers.format(report.done), rows: numbers.format(report.rows) })}
          </p>
        </>
      )}
      {report.state === "failed" && (
        <Notice kind="trouble" title={t("imports.failed")} takesFocus>
          <p>{t("imports.failedText")}</p>
        </Notice>
      )}
      {report.state === "done" && (
        <Notice kind="done" takesFocus>
          <p>{t(`imports.ended.${kind}`)}</p>
        </Notice>
      )}
      <dl className={styles.counts}>
        <dt>{t(`imports.created.${kind}`)}</dt>
        <dd>{numbers.format(report.created)}</dd>
        <dt>{t("imports.already")}</dt>
        <dd>{numbers.format(report.already)}</dd>
        <dt>{t("imports.refused")}</dt>
        <dd className={report.refused > 0 ? "late" : undefined}>{numbers.format(report.refused)}</dd>
      </dl>
      {report.lines.all > 0 && <p>{t("imports.lines", lines(report, numbers))}</p>}
      <LinesTable caption={t("imports.errors")} told={report.errors} />
      <LinesTable caption={t("imports.warnings")} told={report.warnings} />
    </section>
  );
}

/** Each line of the file is the title line, a file, within a cell of one, or empty. */
function lines({ lines: { all, empty, withinCells }, rows }: Import, numbers: Intl.NumberFormat) {
  return {
    all: numbers.format(all),
    rows: numbers.format(rows),
    withinCells: numbers.format(withinCells),
    empty: numbers.format(empty),
  };
}
