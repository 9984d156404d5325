import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useMe } from "../shell/session.tsx";
import { FileTables } from "./FileTables.tsx";
import { useCaseUnits } from "./units.ts";
import { useFiles } from "./useFiles.ts";

/** Dossiers de la circonscription: all that this worker may read, by what falls due. */
export function UnitFilesPage() {
  const { t } = useTranslation();
  const unit = useCaseUnits().label(useMe().unit);
  const files = useFiles(false);
  if (files.isPending) {
    return <Waiting />;
  }
  if (!files.data) {
    return <ProblemPage problem={asProblem(files.error)} retry={() => files.refetch()} />;
  }
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle windowTitle={t("shell.unitFiles")}>{t("home.title", { unit: unit ?? "" })}</PageTitle>
      </div>
      {files.data.pages[0]?.total === 0 && (
        <p>
          {t("home.empty")} <Link to="/persons/new">{t("home.emptyAction")}</Link>
        </p>
      )}
      <FileTables files={files} level={2} />
    </>
  );
}
