import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Deadline } from "../api/types.ts";
import { useCaseUnits } from "../home/units.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import type { DeadlineFilter } from "./deadlineFilter.ts";
import styles from "./erasure.module.css";
import { byRule, reasonOf, unitsOf } from "./matrix.ts";
import { usePreview } from "./useErasures.ts";

interface Props {
  deadlines: Deadline[];
  dueBefore: string;
  onShow: (filter: DeadlineFilter) => void;
}

/** Deadlines counted by rule and unit; each rule can be previewed as one erasure. */
export function DeadlineMatrix({ deadlines, dueBefore, onShow }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useCaseUnits();
  const preview = usePreview(({ erasureId }) =>
    navigate({ to: "/erasures/$erasureId", params: { erasureId } }),
  );
  const lines = byRule(deadlines);
  const codes = unitsOf(lines);
  return (
    <section className={styles.section}>
      <h2 id="matrix">{t("erasure.deadlines.summary")}</h2>
      {preview.error && <ProblemNotice problem={asProblem(preview.error)} />}
      <div className={pageStyles.tableScroll}>
        <table className={styles.table} aria-labelledby="matrix">
          <thead>
            <tr>
              <th scope="col">{t("erasure.deadlines.rule")}</th>
              {codes.map((code) => (
                <th key={code} scope="col" className={styles.figure}>
                  {units.label(code)}
                </th>
              ))}
              <th scope="col" className={styles.figure}>
                {t("erasure.deadlines.total")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map(({ rule, label, action, total, byUnit }) => (
              <tr key={rule}>
                <th scope="row">{label}</th>
                {codes.map((unit) => (
                  <td key={unit} className={styles.figure}>
                    {byUnit.has(unit) ? (
                      <button
                        type="button"
                        className={pageStyles.link}
                        onClick={() => onShow({ rule, unit })}
                      >
                        {byUnit.get(unit)}
                        <span className="visually-hidden">
                          {" "}
                          {label}, {units.label(unit)}
                        </span>
                      </button>
                    ) : (
                      <span className="quiet">0</span>
                    )}
                  </td>
                ))}
                <td className={styles.figure}>
                  <strong>{total}</strong>
                </td>
                <td className={styles.rowAction}>
                  {action === "review" || action === "archive" ? (
                    <span className="quiet">
                      {t(`erasure.deadlines.${action === "review" ? "reviewed" : "archived"}`)}
                    </span>
                  ) : (
                    <Button
                      variant="default"
                      loading={
                        preview.isPending && "rule" in preview.variables && preview.variables.rule === rule
                      }
                      onClick={() => preview.mutate({ rule, dueBefore, reason: reasonOf(rule) })}
                      aria-label={t("erasure.deadlines.previewRuleLong", { rule: label })}
                    >
                      {t("erasure.deadlines.previewRule")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
