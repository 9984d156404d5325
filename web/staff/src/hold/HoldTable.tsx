import { useTranslation } from "react-i18next";
import type { Hold } from "../api/types.ts";
import { inFull } from "../dates/days.ts";
import styles from "../erasure/erasure.module.css";
import { dayOf } from "../erasure/stages.ts";
import pageStyles from "../page/page.module.css";
import { currentLanguage } from "../words/language.ts";
import type { Doing } from "./doing.ts";
import { useWhat } from "./useWhat.ts";

interface Props {
  holds: Hold[];
  /** Absent for who only reads. */
  onAct?: (doing: Doing) => void;
}

/** The holds in force, in the order in which somebody has to look at them. */
export function HoldTable({ holds, onAct }: Props) {
  const { t } = useTranslation();
  const what = useWhat();
  const language = currentLanguage();
  return (
    <div className={pageStyles.tableScroll}>
      <table className={styles.table} aria-labelledby="holds-in-force">
        <thead>
          <tr>
            <th scope="col">{t("hold.what")}</th>
            <th scope="col">{t("hold.reason")}</th>
            <th scope="col">{t("hold.reassess")}</th>
            <th scope="col" className={styles.figure}>
              {t("hold.dueNow")}
            </th>
            <th scope="col">{t("hold.placed")}</th>
            {onAct && (
              <td>
                <span className="visually-hidden">{t("hold.reassessOne")}</span>
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          {holds.map((hold) => (
            <tr key={hold.holdId}>
              <th scope="row">{what(hold)}</th>
              <td>{hold.reasonLabel}</td>
              <td>
                {hold.toReassess ? (
                  <span className="late">
                    {t("hold.reassessSince", { date: inFull(hold.reassessOn, language) })}
                  </span>
                ) : (
                  t("hold.reassessOn", { date: inFull(hold.reassessOn, language) })
                )}
              </td>
              <td className={styles.figure}>{hold.dueNow}</td>
              <td>
                {t("hold.placedBy", {
                  date: inFull(dayOf(hold.placedAt), language),
                  name: hold.placedBy.name ?? "",
                })}
              </td>
              {onAct && (
                <td className={styles.rowAction}>
                  <button
                    type="button"
                    className={pageStyles.link}
                    aria-label={t("hold.reassessLong", { what: what(hold) })}
                    onClick={() => onAct({ act: "reassess", hold })}
                  >
                    {t("hold.reassessOne")}
                  </button>{" "}
                  <button
                    type="button"
                    className={pageStyles.link}
                    aria-label={t("hold.releaseLong", { what: what(hold) })}
                    onClick={() => onAct({ act: "release", hold })}
                  >
                    {t("hold.releaseOne")}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
