import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { ExceptionalAccessList } from "./ExceptionalAccesses.tsx";
import { useExceptionalAccesses } from "./useAccess.ts";

/** Accès exceptionnels: all of them, for the data-protection officer. */
export function ExceptionalAccessesPage() {
  const { t } = useTranslation();
  const accesses = useExceptionalAccesses();
  if (accesses.isPending) {
    return <Waiting />;
  }
  if (!accesses.data) {
    return <ProblemPage problem={asProblem(accesses.error)} retry={() => accesses.refetch()} />;
  }
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("shell.exceptionalAccesses")}</PageTitle>
        <p>{t("access.allLead")}</p>
      </div>
      {accesses.data.items.length === 0 ? (
        <p>{t("access.none")}</p>
      ) : (
        <ExceptionalAccessList accesses={accesses.data.items} />
      )}
    </>
  );
}
