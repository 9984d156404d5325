import { useTranslation } from "react-i18next";
import type { Found } from "../api/types.ts";
import { inFull } from "../dates/days.ts";
import { fullName } from "../person/names.ts";
import { useBirthWords } from "../person/useBirthWords.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./search.module.css";

/** One person found: the name, and what tells namesakes apart. */
export function FoundPerson({ found }: { found: Found }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { bornThen } = useBirthWords();
  const details = [
    bornThen(found),
    found.fileId
      ? found.lastContactOn
        ? t("search.lastContact", { date: inFull(found.lastContactOn, language) })
        : t("search.noContact")
      : t("search.noFile"),
  ].filter(Boolean);
  return (
    <span className={styles.person}>
      <span className={`personal ${styles.name}`}>{fullName(found)}</span>
      <span className={`personal quiet ${styles.details}`}>{details.join(", ")}</span>
    </span>
  );
}
