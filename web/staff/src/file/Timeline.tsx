import { useRef } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { Contact } from "../api/types.ts";
import { weekdayInFull } from "../dates/days.ts";
import { useOffer } from "../shell/commands.tsx";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./file.module.css";
import { useNomenclature } from "./nomenclature.ts";
import { type Sent, timeline } from "./writing.ts";

/** What was said and done, newest first; J and K step from one to the next. */
export function Timeline({ contacts, sent }: { contacts: Contact[]; sent: Sent[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const list = useRef<HTMLOListElement>(null);
  const entries = timeline(contacts, sent);

  function step(by: 1 | -1) {
    const articles = [...(list.current?.querySelectorAll("article") ?? [])];
    const at = articles.findIndex((article) => article.contains(document.activeElement));
    const next = articles[at === -1 ? 0 : Math.min(Math.max(at + by, 0), articles.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  useOffer(
    entries.length === 0
      ? []
      : [
          {
            id: "next",
            label: t("file.next"),
            press: "j",
            scope: "page",
            inPalette: true,
            run: () => step(1),
          },
          {
            id: "previous",
            label: t("file.previous"),
            press: "k",
            scope: "page",
            inPalette: true,
            run: () => step(-1),
          },
        ],
  );

  if (entries.length === 0) {
    return (
      <p className={styles.empty}>
        <Trans i18nKey="file.empty" components={{ 1: <kbd /> }} />
      </p>
    );
  }
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="visually-hidden">
        {t("file.timeline")}
      </h2>
      <ol ref={list} className={styles.timeline}>
        {entries.map((entry) =>
          entry.kind === "recorded" ? (
            <Line
              key={entry.key}
              id={entry.key}
              date={entry.contact.date}
              text={entry.contact.text}
              codes={entry.contact.codes}
              author={entry.contact.author.name ?? t("file.unnamed")}
            />
          ) : (
            <Line
              key={entry.key}
              id={entry.key}
              {...entry.sent.draft}
              author={me.name}
              underway={!entry.sent.contactId}
            />
          ),
        )}
      </ol>
    </section>
  );
}

interface LineProps {
  id: string;
  date: string;
  text: string | null;
  codes: string[] | null;
  author: string;
  underway?: boolean;
}

function Line({ id, date, text, codes, author, underway = false }: LineProps) {
  const { t } = useTranslation();
  const catalogue = useNomenclature();
  return (
    <li>
      <article tabIndex={-1} aria-labelledby={`contact-${id}`} aria-busy={underway}>
        <header className={styles.lineHead}>
          <h3 id={`contact-${id}`}>
            <time dateTime={date}>{weekdayInFull(date, currentLanguage())}</time>
          </h3>
          <span className="quiet">{t("file.by", { name: author })}</span>
          {underway && <em className="quiet">{t("file.saving")}</em>}
        </header>
        {text === null ? (
          <p className={styles.gap}>{t("file.erasedNarrative")}</p>
        ) : (
          <p className={`narrative ${styles.narrative}`}>
            <span className="personal">{text}</span>
          </p>
        )}
        {codes === null && text !== null && <p className={styles.gap}>{t("file.erasedCodes")}</p>}
        {codes !== null && codes.length > 0 && (
          <ul className={styles.codes} aria-label={t("file.codes")}>
            {codes.map((code) => (
              <li key={code} className="personal">
                {catalogue.find((item) => item.code === code)?.label ?? code}
              </li>
            ))}
          </ul>
        )}
      </article>
    </li>
  );
}
