import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FileRow } from "../api/types.ts";
import { distance, inFull } from "../dates/days.ts";
import rowStyles from "../page/rows.module.css";
import { fullName } from "../person/names.ts";
import { useHasRole, useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import type { FileGroup } from "./groups.ts";
import styles from "./home.module.css";

/** One section of the unit's files. */
export function FileTable({ nearness, rows, level = 2 }: FileGroup & { level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const { t } = useTranslation();
  const { today } = useMe();
  // A lead sees workload, not what files say.
  const reads = useHasRole("worker");
  const language = currentLanguage();
  const id = `files-${nearness}`;
  return (
    <section className={styles.section}>
      <Heading id={id} className={nearness === "late" || nearness === "due" ? nearness : undefined}>
        {nearness === "late" && <IconAlertTriangle size={20} aria-hidden className="icon" />}
        {nearness === "due" && <IconClock size={20} aria-hidden className="icon" />} {t(`home.${nearness}`)}
      </Heading>
      {(nearness === "late" || nearness === "due") && <p className="quiet">{t(`home.${nearness}Text`)}</p>}
      <table className={`${rowStyles.table} ${styles.files}`} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t("home.person")}</th>
            <th scope="col">{t("home.lastContact")}</th>
            <th scope="col" className={styles.count}>
              {t("home.contacts")}
            </th>
            <th scope="col">{t("home.keptUntil")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row: FileRow) => (
            <tr key={row.fileId}>
              <th scope="row">
                {reads ? (
                  <Link
                    to="/files/$fileId"
                    params={{ fileId: row.fileId }}
                    className={`personal ${rowStyles.name}`}
                  >
                    {fullName(row.person)}
                  </Link>
                ) : (
                  <span className="personal">{fullName(row.person)}</span>
                )}
                {row.state === "suspended" && <span className="quiet">, {t("home.suspended")}</span>}
              </th>
              <td data-label={t("home.lastContact")}>
                {row.lastContactOn ? inFull(row.lastContactOn, language) : t("home.none")}
              </td>
              <td className={`number ${styles.count}`} data-label={t("home.contacts")}>
                {row.contacts}
              </td>
              <td data-label={t("home.keptUntil")}>
                {row.dueOn && (
                  <>
                    {inFull(row.dueOn, language)}{" "}
                    <span className={nearness === "later" ? "quiet" : nearness}>
                      {distance(today, row.dueOn, language)}
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
