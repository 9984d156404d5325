import { IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../certificate/Facts.tsx";
import { momentInFull } from "../dates/days.ts";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import type { Answer } from "./check.ts";
import { type Step, stepOf } from "./refusals.ts";
import styles from "./verify.module.css";

const icons = { done: IconCheck, failed: IconX, skipped: IconMinus };

interface Props {
  answer: Answer;
  keptGiven: boolean;
}

/** What came of the checks: one sentence, each check with its result, and what a certificate that holds attests. */
export function Result({ answer, keptGiven }: Props) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever asked is led to the answer, also when it is asked for again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is news
  useEffect(() => title.current?.focus(), [answer]);
  const steps: Step[] = [
    "anchor",
    "form",
    "signature",
    "head",
    "place",
    ...(keptGiven ? (["kept"] as const) : []),
  ];
  const failedAt = answer.holds ? steps.length : steps.indexOf(stepOf[answer.why]);
  return (
    <section className={styles.result} data-holds={answer.holds}>
      <h2 ref={title} tabIndex={-1}>
        {t(answer.holds ? "verify.holds" : "verify.fails")}
      </h2>
      <p>{answer.holds ? t("verify.holdsText") : t(`verify.refusals.${answer.why}`)}</p>
      <h3>{t("verify.steps")}</h3>
      <ol className={styles.steps}>
        {steps.map((step, at) => {
          const state = at < failedAt ? "done" : at === failedAt ? "failed" : "skipped";
          const Icon = icons[state];
          return (
            <li key={step} data-state={state}>
              <Icon size={20} aria-hidden />
              <span>
                {t(`verify.step.${step}`)}
                <Found answer={answer} step={step} />
              </span>
              <span className={styles.state}>{t(`verify.state.${state}`)}</span>
            </li>
          );
        })}
      </ol>
      {answer.holds && (
        <>
          <h3>{t("verify.attests")}</h3>
          <p>{t("verify.inWords", { count: answer.statement.persons })}</p>
          <p className="quiet">{t("verify.nobodyNamed")}</p>
          <Facts
            statement={answer.statement}
            erasure={<span className="number">{shortNumber(answer.statement.erasureId)}</span>}
          />
          <p>{t("verify.notProven")}</p>
        </>
      )}
    </section>
  );
}

function Found({ answer, step }: { answer: Answer; step: Step }) {
  const { t } = useTranslation();
  if (!answer.holds) {
    return null;
  }
  const { head, kept, index } = answer;
  const found =
    step === "place"
      ? t("verify.placeFound", {
          number: index + 1,
          size: head.size,
          when: momentInFull(head.at, currentLanguage()),
        })
      : step === "kept" && kept
        ? t("verify.keptFound", { size: kept.size, when: momentInFull(kept.at, currentLanguage()) })
        : undefined;
  return found ? <span className={`quiet ${styles.found}`}>{found}</span> : null;
}
