import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { inFull, momentInFull } from "../dates/days.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./contact.module.css";
import { Narrative } from "./Narrative.tsx";
import { useWordings } from "./wordings.ts";

/** What a contact said before it was corrected: who changed it, when and why. */
export function WordingsPanel({ fileId, contactId }: { fileId: string; contactId: string }) {
  const { t } = useTranslation();
  const wordings = useWordings(fileId, contactId);
  const language = currentLanguage();
  if (wordings.error) {
    return <ProblemNotice problem={asProblem(wordings.error)} />;
  }
  if (!wordings.data) {
    return <Waiting />;
  }
  const newestFirst = [...wordings.data.items].reverse();
  return (
    <section className={styles.panel} aria-label={t("contact.wordings.title")}>
      <ol className={styles.wordings}>
        {newestFirst.map((one, at) => (
          <li key={one.revisionId}>
            <h4>
              {at === 0
                ? t("contact.wordings.inForce")
                : at === newestFirst.length - 1
                  ? t("contact.wordings.first")
                  : t("contact.wordings.since")}
            </h4>
            <p className="quiet">
              {momentInFull(one.at, language)}, {t("file.by", { name: one.author.name ?? t("file.unnamed") })}
              {one.reason && `, ${t(`contact.reasons.${one.reason}`)}`}
              {one.reasonText && (
                <>
                  {language === "fr" ? "\u00a0: " : ": "}
                  <span className="personal">{one.reasonText}</span>
                </>
              )}
            </p>
            <p>
              {[inFull(one.date, language), one.means && t(`contact.means.${one.means as "visit"}`)]
                .filter(Boolean)
                .join(", ")}
              {one.place && (
                <>
                  , <span className="personal">{one.place}</span>
                </>
              )}
            </p>
            {one.text == null ? (
              <p className={styles.gap}>{t("contact.erasedText")}</p>
            ) : (
              <Narrative text={one.text} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
