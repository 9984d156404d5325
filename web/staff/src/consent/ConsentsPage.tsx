import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { useDesk } from "../draft/useDesk.ts";
import { useOpenedFile } from "../file/opened.ts";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { referralSheet } from "../referral/referralSheet.ts";
import { ConsentPurpose } from "./ConsentPurpose.tsx";
import styles from "./consent.module.css";
import { inForce, useConsents, usePurposes } from "./useConsents.ts";
import { useCompartmentNames } from "./words.ts";

/** Consentements: one line per purpose that rests on consent, then what the law founds without it. */
export function ConsentsPage() {
  const { t, i18n } = useTranslation();
  const { fileId, person } = useOpenedFile();
  const { grant, recipient } = useSearch({ from: "/files/$fileId/consents" });
  const purposes = usePurposes();
  const consents = useConsents(person.personId);
  const named = useCompartmentNames();
  const { draft } = useDesk(fileId, referralSheet).writing;

  if (consents.error) {
    return <ProblemNotice problem={asProblem(consents.error)} />;
  }
  if (!purposes || !consents.data) {
    return <Waiting />;
  }
  const current = inForce(consents.data.items);
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">{t("consent.title")}</h2>
      <p className={styles.lead}>{t("consent.lead")}</p>
      {grant && (
        <Notice kind="info">
          <p>
            {t("consent.forReferral")}{" "}
            <Link to="/files/$fileId" params={{ fileId }} search={{ write: "referral" }}>
              {t("consent.backToReferral")}
            </Link>
          </p>
        </Notice>
      )}
      <ul className={styles.purposes}>
        {purposes
          .filter((purpose) => purpose.consentRequired)
          .map((purpose) => (
            <ConsentPurpose
              key={purpose.code}
              purpose={purpose}
              purposes={purposes}
              consents={consents.data.items.filter((consent) => consent.purpose === purpose.code)}
              inForce={current}
              asked={
                grant === purpose.code
                  ? { recipient, partner: draft?.partner ?? "", compartments: draft?.compartments ?? [] }
                  : undefined
              }
              personId={person.personId}
              fileId={fileId}
            />
          ))}
      </ul>
      <h2 className={styles.others}>{t("consent.others")}</h2>
      <p className={styles.lead}>{t("consent.othersText")}</p>
      <ul className={styles.purposes}>
        {purposes
          .filter((purpose) => !purpose.consentRequired)
          .map((purpose) => (
            <li key={purpose.code}>
              <h3>{purpose.label}</h3>
              <p className="quiet">
                {t("consent.basisCovers", {
                  basis: i18n.exists(`consent.basis.${purpose.legalBasis}`)
                    ? t(`consent.basis.${purpose.legalBasis as "public-task"}`)
                    : purpose.legalBasis,
                  compartments: named(purpose.compartments),
                })}
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
}
