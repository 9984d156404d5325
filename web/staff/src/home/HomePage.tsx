import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { OnMyFiles } from "../access/OnMyFiles.tsx";
import { asProblem } from "../api/problem.ts";
import { weekdayInFull } from "../dates/days.ts";
import { DraftsToResume } from "../draft/DraftsToResume.tsx";
import { useDue } from "../file/useDue.ts";
import { useFileNames } from "../file/useFileNames.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { DueInMyFiles } from "./DueInMyFiles.tsx";
import { FileTables } from "./FileTables.tsx";
import styles from "./home.module.css";
import { useFiles } from "./useFiles.ts";

/** Accueil: today. Who opened my files, what I began, what is due by person, then my files; the unit's stand elsewhere. */
export function HomePage() {
  const { t } = useTranslation();
  const { today } = useMe();
  const files = useFiles(true);
  const due = useDue().filter(({ kind }) => kind !== "deadline");
  const rows = files.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useFileNames(
    due.map(({ fileId }) => fileId),
    rows,
  );

  if (files.isPending) {
    return <Waiting />;
  }
  if (!files.data) {
    return <ProblemPage problem={asProblem(files.error)} retry={() => files.refetch()} />;
  }
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle windowTitle={t("shell.home")}>
          {t("home.today", { date: weekdayInFull(today, currentLanguage()) })}
        </PageTitle>
      </div>
      <OnMyFiles rows={rows} />
      <DraftsToResume rows={rows} />
      <DueInMyFiles due={due} names={names} />
      <section aria-labelledby="my-files">
        <h2 id="my-files" className={styles.mine}>
          {t("home.mine")}
        </h2>
        {rows.length === 0 && (
          <p>
            {t("home.noneMine")} <Link to="/persons/new">{t("home.emptyAction")}</Link>
          </p>
        )}
        <FileTables files={files} level={3} />
      </section>
      <p className={styles.elsewhere}>
        <Link to="/files">{t("home.unitElsewhere")}</Link>
      </p>
    </>
  );
}
