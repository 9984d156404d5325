import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Consent } from "../api/types.ts";
import { inFull } from "../dates/days.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { useReferrals } from "../referral/useReferrals.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./consent.module.css";
import { useCompartmentNames } from "./words.ts";

/** Whom the data already reached on the ground of a consent: they are to be told that it is withdrawn. */
export function ToTell({ consent, fileId }: { consent: Consent; fileId: string }) {
  const { t } = useTranslation();
  const named = useCompartmentNames();
  const referrals = useReferrals(fileId);
  if (referrals.error && !referrals.data) {
    return <ProblemNotice problem={asProblem(referrals.error)} />;
  }
  if (!referrals.data) {
    return <Waiting />;
  }
  const reached = referrals.data.items.filter((referral) => referral.consentId === consent.consentId);
  if (reached.length === 0) {
    return <p>{t("consent.reachedNobody")}</p>;
  }
  return (
    <>
      <p>{t("consent.toTell")}</p>
      <ul className={styles.reached}>
        {reached.map((referral) => (
          <li key={referral.referralId}>
            <strong>
              {referral.partner ? (
                <span className="personal">{referral.partner}</span>
              ) : (
                referral.recipientLabel
              )}
            </strong>{" "}
            {t("consent.reachedOn", {
              date: inFull(referral.date, currentLanguage()),
              what: named(referral.compartments),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
