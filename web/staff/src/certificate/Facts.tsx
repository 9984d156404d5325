import { useTranslation } from "react-i18next";
import { momentInFull } from "../dates/days.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./certificate.module.css";
import type { Statement } from "./statement.ts";

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** The statement's plain facts, as a list. */
export function Facts({ statement }: { statement: Statement }) {
  const { t, i18n } = useTranslation();
  const facts = Object.entries(statement).filter(([, value]) => typeof value !== "object");
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>
            {i18n.exists(`certificate.fields.${name}`) ? t(`certificate.fields.${name as "issuedAt"}`) : name}
          </dt>
          <dd>
            {typeof value === "string" && INSTANT.test(value)
              ? momentInFull(value, currentLanguage())
              : String(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
