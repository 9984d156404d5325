import { useTranslation } from "react-i18next";
import type { Grid, Unit } from "../api/types.ts";
import { perLanguage } from "../words/formats.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./grid.module.css";
import { type Figure, type GridRow, type GridSection, sectionsOf } from "./rows.ts";

const number = perLanguage((locale) => new Intl.NumberFormat(locale));

/** The grid as a table: a group of lines per measure, a column per unit. */
export function GridTable({ grid, units }: { grid: Grid; units: Unit[] }) {
  const { t } = useTranslation();
  const sections = sectionsOf(grid, units);
  const secret = sections.some((section) =>
    section.rows.some((row) => row.values.some((value) => value === "secret")),
  );
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.grid}>
          <caption className="visually-hidden">{t("grid.caption", { year: grid.year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("grid.area")}</th>
              {units.map((unit) => (
                <th key={unit.code} scope="col" className={styles.figure}>
                  {unit.label}
                  {unit.paper && <span className={styles.paper}>{t("grid.paper")}</span>}
                </th>
              ))}
            </tr>
          </thead>
          {sections.map((section) => (
            <Section key={section.measure} section={section} columns={units.length + 1} />
          ))}
        </table>
      </div>
      {units.some((unit) => unit.paper) && <p className="quiet">{t("grid.paperHelp")}</p>}
      {secret && <p className="quiet">{t("grid.secretHelp", { threshold: grid.threshold })}</p>}
    </>
  );
}

function Section({ section: { measure, rows }, columns }: { section: GridSection; columns: number }) {
  const { t } = useTranslation();
  return (
    <tbody>
      {measure !== "whole" && (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={columns}>
            {t(`grid.${measure}`)}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </tbody>
  );
}

function Row({ row }: { row: GridRow }) {
  const { t } = useTranslation();
  return (
    <tr className={row.area ? undefined : styles.whole}>
      <th scope="row">{row.area ?? t(`grid.${row.measure}`)}</th>
      {row.values.map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the units, in their fixed order
        <td key={column} className={styles.figure}>
          <Value value={value} />
        </td>
      ))}
    </tr>
  );
}

function Value({ value }: { value: Figure | undefined }) {
  const { t } = useTranslation();
  if (value === undefined) {
    return <span className="visually-hidden">{t("grid.noFigure")}</span>;
  }
  if (value === "secret") {
    return <em className="quiet">{t("grid.secret")}</em>;
  }
  return <span className={value === 0 ? "quiet" : undefined}>{number(currentLanguage()).format(value)}</span>;
}
