import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem, Problem } from "../api/problem.ts";
import { inFull } from "../dates/days.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import { AssignPart } from "./AssignPart.tsx";
import { ClosingPart } from "./ClosingPart.tsx";
import { ReadingPart } from "./ReadingPart.tsx";
import { TransferPart } from "./TransferPart.tsx";
import { useTitles } from "./titleOf.ts";
import unitStyles from "./unit.module.css";
import { useUnitFile } from "./useUnit.ts";

/** One file as who leads the unit sees it: who answers for it, where it is, who may read it. Never what it says. */
export function UnitFilePage() {
  const { t } = useTranslation();
  const { fileId } = useParams({ from: "/unit/$fileId" });
  const answer = useUnitFile(fileId);
  const language = currentLanguage();
  const titleOf = useTitles();

  if (answer.isPending) {
    return <Waiting />;
  }
  if (answer.error) {
    return <ProblemPage problem={asProblem(answer.error)} retry={() => answer.refetch()} />;
  }
  if (!answer.data) {
    return <ProblemPage problem={new Problem(404, "not-found")} />;
  }
  const file = answer.data;
  const number = shortNumber(fileId);
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle windowTitle={`${t("shell.unit")}, ${t("file.title", { number })}`}>
          <span className="personal">{titleOf(file)}</span>
        </PageTitle>
        <p className={unitStyles.opened}>
          {t("file.openedOn", { date: inFull(file.openedOn, language) })}{" "}
          <span className="quiet number">({t("file.number", { number })})</span>
        </p>
        {file.state !== "suspended" && !file.person.familyName && <p>{t("unit.nameless")}</p>}
        {file.dueOn && <p>{t("unit.keptUntil", { date: inFull(file.dueOn, language) })}</p>}
      </div>
      {file.state === "suspended" ? (
        <p>{t("file.suspended.text")}</p>
      ) : (
        <>
          <AssignPart file={file} />
          <TransferPart file={file} />
          <ClosingPart file={file} />
          <ReadingPart personId={file.person.personId} />
        </>
      )}
      <p>
        <Link to="/unit">{t("unit.back")}</Link>
      </p>
    </>
  );
}
