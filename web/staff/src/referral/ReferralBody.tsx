import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Referral } from "../api/referrals.ts";
import { useCompartmentNames } from "../consent/words.ts";
import { Narrative } from "../contact/Narrative.tsx";
import { inFull, nearness, unbrokenDistance } from "../dates/days.ts";
import entryStyles from "../file/entry.module.css";
import { useRewriting } from "../file/opened.ts";
import { useOpening } from "../page/useOpening.ts";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import styles from "./referral.module.css";

/** One referral: to whom, on what basis, what was asked; what came back, or when to ask again. */
export function ReferralBody({ referral, fileId }: { referral: Referral; fileId: string }) {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const { open, setOpen, close } = useOpening(false, false, () => body.current?.closest("article"));
  const named = useCompartmentNames();
  const rewriting = useRewriting();

  return (
    <div ref={body} className={entryStyles.body}>
      <dl className={entryStyles.facts}>
        <div>
          <dt>{t("referral.to")}</dt>
          <dd>
            {referral.partner ? (
              <>
                <span className="personal">{referral.partner}</span> ({t("referral.partner")})
              </>
            ) : (
              referral.recipientLabel
            )}
          </dd>
        </div>
        <div>
          <dt>{t("referral.shared")}</dt>
          <dd>{named(referral.compartments)}</dd>
        </div>
        <div>
          <dt>{t("referral.basis")}</dt>
          <dd className={referral.consentEndedOn ? "late" : undefined}>
            <Basis referral={referral} />
          </dd>
        </div>
      </dl>
      {referral.text == null ? (
        <p className={entryStyles.gap}>{t("referral.unread")}</p>
      ) : (
        <Narrative text={referral.text} />
      )}
      <Answers referral={referral} />
      <StateLine referral={referral} />
      {open ? (
        <AnswerForm referral={referral} fileId={fileId} onDone={close} onCancel={() => close()} />
      ) : (
        rewriting && (
          <div className={`screen-only ${entryStyles.decisions}`}>
            <Button size="xs" variant="default" onClick={() => setOpen(true)}>
              {t("referral.answer.open")}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

function Basis({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const purpose = referral.purposeLabel ?? referral.purpose ?? "";
  if (!referral.purpose) {
    return t("referral.basisOf.within");
  }
  if (referral.consentEndedOn) {
    return t("referral.basisOf.ended", {
      purpose,
      date: inFull(referral.consentEndedOn, currentLanguage()),
    });
  }
  return t(referral.consentId ? "referral.basisOf.consent" : "referral.basisOf.law", { purpose });
}

function Answers({ referral: { answers } }: { referral: Referral }) {
  const { t } = useTranslation();
  if (answers.length === 0) {
    return null;
  }
  return (
    <ul className={styles.answers} aria-label={t("referral.answers")}>
      {answers.map((answer) => (
        <li key={answer.answerId}>
          <p>
            {t("referral.answered", {
              date: inFull(answer.answeredOn, currentLanguage()),
              outcome: t(`referral.outcomes.${answer.outcome}`),
            })}{" "}
            <span className="quiet">{t("file.by", { name: answer.author.name ?? t("file.unnamed") })}</span>
          </p>
          {answer.text && <Narrative text={answer.text} />}
        </li>
      ))}
    </ul>
  );
}

function StateLine({ referral: { state, followUpOn } }: { referral: Referral }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  if (state !== "waiting") {
    return <p className="quiet">{t(`referral.state.${state}`)}</p>;
  }
  if (!followUpOn) {
    return <p className="quiet">{t("referral.state.waiting")}</p>;
  }
  const when = {
    date: inFull(followUpOn, language),
    distance: unbrokenDistance(today, followUpOn, language),
  };
  const near = nearness(followUpOn, today);
  return near === "late" ? (
    <p className="late">
      <IconAlertTriangle size={18} aria-hidden className="icon" /> {t("referral.state.late", when)}
    </p>
  ) : (
    <p className={near === "due" ? "due" : "quiet"}>
      {near === "due" && <IconClock size={18} aria-hidden className="icon" />}{" "}
      {t("referral.state.waitingUntil", when)}
    </p>
  );
}
