import { useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { InBackups } from "../epoch/InBackups.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import { PrintHead } from "../page/PrintHead.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { announce } from "../shell/announcer.tsx";
import { Act } from "./Act.tsx";
import { Controls } from "./Controls.tsx";
import { Follow } from "./Follow.tsx";
import { PreviewBreakdown } from "./PreviewBreakdown.tsx";
import { Steps } from "./Steps.tsx";
import { Subject } from "./Subject.tsx";
import { stages } from "./stages.ts";
import { useErasure, useStep } from "./useErasures.ts";

/** Campagne: one page from the preview to the certificate. */
export function ErasurePage() {
  const { t } = useTranslation();
  const { erasureId } = useParams({ from: "/erasures/$erasureId" });
  const answer = useErasure(erasureId);
  const step = useStep(erasureId);
  const state = answer.data?.state;
  const lastState = useRef(state);

  useEffect(() => {
    if (state && lastState.current && lastState.current !== state) {
      announce(t("erasure.changed", { state: t(`erasure.states.${state}`) }));
    }
    lastState.current = state;
  }, [state, t]);

  if (answer.isPending) {
    return <Waiting />;
  }
  if (!answer.data) {
    return <ProblemPage problem={asProblem(answer.error)} retry={() => answer.refetch()} />;
  }
  const erasure = answer.data;
  const number = shortNumber(erasureId);
  const begun = stages.indexOf(erasure.state as "removed") >= stages.indexOf("suspended");
  return (
    <>
      <PrintHead subject={t("erasure.title", { number })} />
      <div className={pageStyles.heading}>
        <PageTitle>{t("erasure.title", { number })}</PageTitle>
        <p>
          <Subject erasure={erasure} />
          <br />
          <span className="quiet">
            {t("erasure.reasonIs", { reason: t(`erasure.reasons.${erasure.reason}`) })}
          </span>
        </p>
        {erasure.takenUp && <p>{t("erasure.takenUp", { number: shortNumber(erasure.takenUp.erasureId) })}</p>}
        {erasure.recalled && <p>{t(`erasure.recalled.${erasure.recalled.stop}`)}</p>}
      </div>
      <div className={pageStyles.split}>
        <div>
          {step.error && <ProblemNotice key={step.submittedAt} problem={asProblem(step.error)} />}
          <Act erasure={erasure} step={step} />
          {erasure.inBackups && <InBackups of={erasure.inBackups} />}
          {begun && <Follow erasure={erasure} />}
          {erasure.preview && <PreviewBreakdown preview={erasure.preview} erasure={erasure} />}
        </div>
        <aside className={pageStyles.aside} aria-label={t("erasure.steps.title")}>
          <Steps erasure={erasure} />
          <Controls erasure={erasure} step={step} />
        </aside>
      </div>
    </>
  );
}
