import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { momentInFull } from "../dates/days.ts";
import pageStyles from "../page/page.module.css";
import { currentLanguage } from "../words/language.ts";
import styles from "./imports.module.css";
import { useImports } from "./useImports.ts";

/** The unit's trials and imports, each with its report. */
export function EarlierImports({ shown }: { shown: string | undefined }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const numbers = new Intl.NumberFormat(language);
  const runs = useImports().data?.items ?? [];
  return (
    runs.length > 0 && (
      <div className={pageStyles.tableScroll}>
        <table className={styles.table}>
          <caption>{t("imports.earlier")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("imports.when")}</th>
              <th scope="col">{t("imports.kind")}</th>
              <th scope="col">{t("imports.state")}</th>
              <th scope="col">{t("imports.rows")}</th>
              <th scope="col">{t("imports.refused")}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.importId}>
                <th scope="row">
                  <Link
                    to="/imports"
                    search={{ run: run.importId }}
                    aria-current={run.importId === shown ? "true" : undefined}
                  >
                    {momentInFull(run.startedAt, language)}
                  </Link>
                </th>
                <td>{t(`imports.report.${run.dryRun ? "dryRun" : "taken"}`)}</td>
                <td>{t(`imports.states.${run.state}`)}</td>
                <td className="number">{numbers.format(run.rows)}</td>
                <td className="number">{numbers.format(run.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  );
}
