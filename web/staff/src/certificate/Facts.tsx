import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inFull, momentInFull } from "../dates/days.ts";
import { ServiceName } from "../erasure/ServiceName.tsx";
import { Fact } from "../page/Fact.tsx";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./certificate.module.css";
import { backupsClosedSince, type Statement } from "./statement.ts";

interface Props {
  statement: Statement;
  /** The erasure's number, which is a link for whoever follows erasures. */
  erasure: ReactNode;
}

/** What a certificate states, in words. */
export function Facts({ statement, erasure }: Props) {
  const { t, i18n } = useTranslation();
  const language = currentLanguage();
  const { horizon, verified } = statement;
  const closedSince = backupsClosedSince(statement);
  const limitsIn = language === "fr" && statement.limitsInFrench ? "fr" : "en";
  const limits = limitsIn === "fr" ? (statement.limitsInFrench ?? []) : statement.limits;
  const role = (code: string) =>
    i18n.exists(`certificate.roles.${code}`) ? t(`certificate.roles.${code as "retention-admin"}`) : code;
  const kind = (code: string) =>
    i18n.exists(`certificate.compartments.${code}`)
      ? t(`certificate.compartments.${code as "identity"}`)
      : code;
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t("certificate.issued")}>{momentInFull(statement.issuedAt, language)}</Fact>
        <Fact name={t("certificate.erasure")}>{erasure}</Fact>
        <Fact name={t("certificate.reason")}>
          {i18n.exists(`erasure.reasons.${statement.reason}`)
            ? t(`erasure.reasons.${statement.reason as "deadline"}`)
            : statement.reason}
        </Fact>
        {statement.takenUp && (
          <Fact name={t("certificate.takenUp")}>
            {t("certificate.takenUpText", {
              when: momentInFull(statement.takenUp.at, language),
              number: shortNumber(statement.takenUp.erasureId),
            })}
          </Fact>
        )}
        {statement.decided && (
          <Fact name={t("certificate.decided")}>
            <Line>{t("certificate.askedBy", { role: role(statement.decided.askedBy) })}</Line>
            <Line>{t("certificate.approvedBy", { role: role(statement.decided.approvedBy) })}</Line>
          </Fact>
        )}
        {statement.byRule.some(({ legalSource }) => legalSource) && (
          <Fact name={t("certificate.rule")}>
            {statement.byRule.map((rule) => (
              <Line key={rule.code}>
                {t("certificate.ruleText", {
                  name: (language === "en" ? rule.english : rule.french) ?? rule.code,
                  count: rule.count,
                })}
                {rule.legalSource && (
                  <span className={`quiet ${styles.line}`}>
                    {t("certificate.source", { source: rule.legalSource })}
                  </span>
                )}
              </Line>
            ))}
          </Fact>
        )}
        <Fact name={t("certificate.persons")}>{statement.persons}</Fact>
        <Fact name={t("certificate.keys")}>{statement.keys}</Fact>
        <Fact name={t("certificate.kinds")}>
          {statement.byCompartment.map(({ code, count }) => (
            <Line key={code}>{t("certificate.kind", { name: kind(code), count })}</Line>
          ))}
        </Fact>
        <Fact name={t("certificate.removed")}>
          {inFull(horizon.removedFrom, language)}
          {horizon.removedFrom !== horizon.removedTo && ` – ${inFull(horizon.removedTo, language)}`}
        </Fact>
        <Fact name={t("certificate.destroyed")}>
          {horizon.epochs.map(({ epoch, destroyedAt }) => (
            <Line key={epoch}>
              {t("certificate.epoch", { epoch, when: momentInFull(destroyedAt, language) })}
            </Line>
          ))}
          {closedSince && (
            <Line>{t("certificate.notInBackups", { when: momentInFull(closedSince, language) })}</Line>
          )}
        </Fact>
        <Fact name={t("certificate.verified")}>
          <Line>{t("certificate.rowsAbsent", { count: verified.rowsAbsent })}</Line>
          <Line>{t("certificate.leasesRefused", { count: verified.leasesRefused })}</Line>
          <Line>{t("certificate.sampleUnreadable", { count: verified.sampleUnreadable })}</Line>
        </Fact>
        <Fact name={t("certificate.confirmedBy")}>
          {statement.confirmedBy.map(({ by, prunedAt, purgedAt }) => (
            <Line key={by}>
              <ServiceName code={by} />
              <Moment at={prunedAt ?? purgedAt} />
            </Line>
          ))}
        </Fact>
        {statement.late && (
          <Fact name={t("certificate.late")}>
            {statement.late.length === 0
              ? t("certificate.nobody")
              : statement.late.map((service) => (
                  <Line key={service}>
                    <ServiceName code={service} />
                  </Line>
                ))}
          </Fact>
        )}
        <Fact name={t("certificate.notified")}>
          {statement.notified.length === 0
            ? t("certificate.nobody")
            : statement.notified.map((one) => <Line key={one}>{one}</Line>)}
        </Fact>
      </dl>
      {limits.length > 0 && (
        <>
          <h2>{t("certificate.limits")}</h2>
          {statement.knownByHash !== undefined && (
            <p>{t("certificate.knownByHash", { count: statement.knownByHash })}</p>
          )}
          <ul className={styles.limits} lang={limitsIn}>
            {limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <span className={styles.line}>{children}</span>;
}

function Moment({ at }: { at: string | null | undefined }) {
  return at ? `, ${momentInFull(at, currentLanguage())}` : null;
}
