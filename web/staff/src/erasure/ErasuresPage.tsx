import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { inFull } from "../dates/days.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./erasure.module.css";
import { Subject } from "./Subject.tsx";
import { dayOf, erasable } from "./stages.ts";
import { ToApprove } from "./ToApprove.tsx";
import { useErasures } from "./useErasures.ts";

/** Every erasure, the latest first. */
export function ErasuresPage() {
  const { t } = useTranslation();
  const erasures = useErasures();
  if (erasures.isPending) {
    return <Waiting />;
  }
  if (!erasures.data) {
    return <ProblemPage problem={asProblem(erasures.error)} retry={() => erasures.refetch()} />;
  }
  const items = [...erasures.data.items].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("erasure.list.title")}</PageTitle>
      </div>
      <ToApprove />
      {items.length === 0 ? (
        <p>
          {t("erasure.list.empty")} <Link to="/deadlines">{t("erasure.list.emptyAction")}</Link>
        </p>
      ) : (
        <div className={pageStyles.tableScroll}>
          <table className={styles.table} aria-label={t("erasure.list.title")}>
            <thead>
              <tr>
                <th scope="col">{t("erasure.list.campaign")}</th>
                <th scope="col">{t("erasure.list.what")}</th>
                <th scope="col" className={styles.figure}>
                  {t("erasure.list.persons")}
                </th>
                <th scope="col">{t("erasure.list.state")}</th>
                <th scope="col">{t("erasure.list.created")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((erasure) => (
                <tr key={erasure.erasureId}>
                  <th scope="row" className="number">
                    <Link to="/erasures/$erasureId" params={{ erasureId: erasure.erasureId }}>
                      {shortNumber(erasure.erasureId)}
                    </Link>
                  </th>
                  <td>
                    <Subject erasure={erasure} />
                  </td>
                  <td className={styles.figure}>{erasable(erasure)}</td>
                  <td>
                    {t(`erasure.states.${erasure.state}`)}
                    {erasure.paused && `, ${t("erasure.paused")}`}
                  </td>
                  <td>{inFull(dayOf(erasure.createdAt), currentLanguage())}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
