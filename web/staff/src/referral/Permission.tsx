import { IconCheck, IconLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Coverage } from "../api/referrals.ts";
import { useCompartmentNames } from "../consent/words.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import styles from "./referral.module.css";
import type { useCheck } from "./useReferrals.ts";

interface Props {
  check: ReturnType<typeof useCheck>;
  asked: boolean;
  fileId: string;
  recipient: string;
}

/** Before anything is written: on what the sharing rests, or what is missing and the way there. */
export function Permission({ check, asked, fileId, recipient }: Props) {
  const { t } = useTranslation();
  if (check.error) {
    return <ProblemNotice problem={asProblem(check.error)} />;
  }
  return (
    <div className={styles.permission} role="status" data-permitted={check.data?.permitted}>
      {!asked && <p className="quiet">{t("referral.check.first")}</p>}
      {asked && check.isPending && <p className="quiet">{t("referral.check.checking")}</p>}
      {asked && check.data?.permitted && <Permitted coverage={check.data} />}
      {asked && check.data && !check.data.permitted && (
        <Refused coverage={check.data} fileId={fileId} recipient={recipient} />
      )}
    </div>
  );
}

function Permitted({ coverage: { basis } }: { coverage: Coverage }) {
  const { t, i18n } = useTranslation();
  const purpose = basis?.label ?? "";
  const law = basis?.legalBasis ?? "";
  return (
    <>
      <p className={styles.verdict}>
        <IconCheck size={19} aria-hidden className="icon" /> {t("referral.check.permitted")}
      </p>
      <p>
        {!basis
          ? t("referral.check.within")
          : basis.consentId
            ? t("referral.check.consent", { purpose })
            : t("referral.check.law", {
                purpose,
                basis: i18n.exists(`consent.basis.${law}`) ? t(`consent.basis.${law as "public-task"}`) : law,
              })}{" "}
        {t("referral.check.informed")}
      </p>
    </>
  );
}

function Refused({
  coverage: { uncovered, purposes },
  fileId,
  recipient,
}: {
  coverage: Coverage;
  fileId: string;
  recipient: string;
}) {
  const { t } = useTranslation();
  const named = useCompartmentNames();
  const byConsent = purposes.filter((purpose) => purpose.consentRequired);
  return (
    <>
      <p className={styles.verdict}>
        <IconLock size={19} aria-hidden className="icon" /> {t("referral.check.refused")}
      </p>
      <p>{t("referral.check.uncovered", { what: named(uncovered) })}</p>
      {byConsent.length === 0 ? (
        <p>{t("referral.check.noConsent")}</p>
      ) : (
        <>
          <p>{t("referral.check.oneConsent")}</p>
          <ul className={styles.ways}>
            {byConsent.map(({ code, label }) => (
              <li key={code}>
                <Link
                  to="/files/$fileId/consents"
                  params={{ fileId }}
                  search={{ grant: code, recipient, write: undefined }}
                >
                  {t("referral.check.grant", { purpose: label })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
