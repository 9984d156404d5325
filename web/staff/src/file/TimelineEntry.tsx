import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inFull, weekdayInFull } from "../dates/days.ts";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import type { Entry, Gap } from "./entries.ts";
import styles from "./file.module.css";

/** One entry in its frame: the day, what it is, who wrote it; or, once erased, a quiet gap. */
export function TimelineEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { kind, id, date, author, underway, marks, gap } = entry;
  const heading = `heading-${id}`;
  return (
    <li id={id}>
      <article
        tabIndex={-1}
        data-kind={kind}
        data-entry={id}
        aria-labelledby={heading}
        aria-busy={underway === "saving"}
      >
        <header className={styles.lineHead}>
          <h3 id={heading}>
            <time dateTime={date}>{weekdayInFull(date, currentLanguage())}</time>
            {kind !== "contact" && <span className={styles.kind}>, {t(`file.kinds.${kind}`)}</span>}
          </h3>
          {author && (
            <span className="quiet">{t("file.by", { name: author.name ?? t("file.unnamed") })}</span>
          )}
          {marks && <span className="quiet">{marks}</span>}
          {underway && <em className="quiet">{t(`file.${underway}`)}</em>}
        </header>
        {gap ? <Erased gap={gap} /> : entry.render()}
      </article>
    </li>
  );
}

/** What was erased stays as a gap: when, and by which certificate. */
export function Erased({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  return (
    <p className={styles.gap}>
      {gap.erasedOn
        ? t("file.erasedOn", { date: inFull(gap.erasedOn.slice(0, 10), currentLanguage()) })
        : t("file.erasedAll")}
      {gap.certificateId && (
        <>
          {", "}
          <Link
            className="number"
            to="/certificates/$certificateId"
            params={{ certificateId: gap.certificateId }}
          >
            {t("file.erasedCertificate", { number: shortNumber(gap.certificateId) })}
          </Link>
        </>
      )}
    </p>
  );
}
