import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../api/types.ts";
import { inForce, useConsents } from "../consent/useConsents.ts";
import { distance, nearness, unbrokenDates } from "../dates/days.ts";
import pageStyles from "../page/page.module.css";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { DueHere } from "./DueHere.tsx";
import { PersonParts } from "./FileParts.tsx";
import styles from "./file.module.css";
import { PrintFile } from "./PrintFile.tsx";

/** Until when, and what is due by then: at the top of the narrow column, and above the text where there is no room for one. */
export function FileUntil({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  return (
    <section className={`${pageStyles.aside} ${pageStyles.until}`} aria-labelledby="kept">
      <h2 id="kept" className="visually-hidden">
        {t("file.kept")}
      </h2>
      <Kept retention={file.retention} />
      <DueHere fileId={file.fileId} />
    </section>
  );
}

/** The narrow column: with whom, where, agreed to what. */
export function FileAside({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const consents = useConsents(file.person.personId);
  const agreed = inForce(consents.data?.items ?? []);
  return (
    <aside className={pageStyles.aside} aria-label={t("file.aside")}>
      <dl className={styles.facts}>
        <dt>{t("file.referent")}</dt>
        <dd>{file.referent ? (file.referent.name ?? t("file.unnamed")) : t("file.noReferent")}</dd>
        <dt>{t("file.unit")}</dt>
        <dd>{file.unitLabel}</dd>
        <Details file={file} />
        <dt>{t("file.consents")}</dt>
        <dd>
          {agreed.length === 0 ? (
            t("file.noConsents")
          ) : (
            <ul className={styles.plainList}>
              {agreed.map((consent) => (
                <li key={consent.consentId}>{consent.label}</li>
              ))}
            </ul>
          )}
          <Link className="screen-only" to="/files/$fileId/consents" params={{ fileId: file.fileId }}>
            {t("file.manageConsents")}
          </Link>
        </dd>
      </dl>
      {!file.exceptionalAccess && <PersonParts fileId={file.fileId} />}
      <PrintFile fileId={file.fileId} />
    </aside>
  );
}

function Kept({ retention }: { retention: CaseFile["retention"] }) {
  const { t } = useTranslation();
  const { today } = useMe();
  if (!retention) {
    return <p className="quiet">{t("file.keptUnknown")}</p>;
  }
  const near = nearness(retention.dueOn, today);
  return (
    <>
      <p className={styles.kept}>{unbrokenDates(retention.label)}</p>
      <p className={near === "later" ? "quiet" : near}>
        {near === "late" && <IconAlertTriangle size={18} aria-hidden className="icon" />}
        {near === "due" && <IconClock size={18} aria-hidden className="icon" />}{" "}
        {distance(today, retention.dueOn, currentLanguage())}
      </p>
    </>
  );
}

function Details({ file: { person } }: { file: CaseFile }) {
  const { t } = useTranslation();
  const lines = [
    person.phone,
    person.email,
    person.address,
    person.householdType && t(`person.households.${person.householdType}`),
  ].filter((line): line is string => Boolean(line));
  if (lines.length === 0) {
    return null;
  }
  return (
    <>
      <dt>{t("file.details")}</dt>
      {lines.map((line) => (
        <dd key={line} className="personal">
          {line}
        </dd>
      ))}
    </>
  );
}
