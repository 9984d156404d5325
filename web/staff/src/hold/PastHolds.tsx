import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { inFull } from "../dates/days.ts";
import styles from "../erasure/erasure.module.css";
import { dayOf } from "../erasure/stages.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { currentLanguage } from "../words/language.ts";
import { useHolds } from "./useHolds.ts";
import { useWhat } from "./useWhat.ts";

/** The holds that were released, and why: asked for when somebody wants to see them. */
export function PastHolds({ shown, onShow }: { shown: boolean; onShow: () => void }) {
  const { t } = useTranslation();
  const what = useWhat();
  const holds = useHolds(true, shown);
  const language = currentLanguage();
  return (
    <section className={styles.section} aria-labelledby="holds-released">
      <h2 id="holds-released">{t("hold.past")}</h2>
      {!shown && (
        <button type="button" className={pageStyles.link} onClick={onShow}>
          {t("hold.showPast")}
        </button>
      )}
      {shown && holds.error && <ProblemNotice problem={asProblem(holds.error)} />}
      {shown && holds.data?.items.length === 0 && <p>{t("hold.noPast")}</p>}
      {shown && (holds.data?.items.length ?? 0) > 0 && (
        <table className={styles.table} aria-labelledby="holds-released">
          <thead>
            <tr>
              <th scope="col">{t("hold.what")}</th>
              <th scope="col">{t("hold.reason")}</th>
              <th scope="col">{t("hold.released")}</th>
              <th scope="col">{t("hold.whyReleased")}</th>
            </tr>
          </thead>
          <tbody>
            {holds.data?.items.map((hold) => (
              <tr key={hold.holdId}>
                <th scope="row">{what(hold)}</th>
                <td>{hold.reasonLabel}</td>
                <td>
                  {hold.released &&
                    t("hold.placedBy", {
                      date: inFull(dayOf(hold.released.at), language),
                      name: hold.released.by.name ?? "",
                    })}
                </td>
                <td>{hold.released?.reasonLabel}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
