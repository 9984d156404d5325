import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Erasure } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import styles from "../erasure/erasure.module.css";
import { currentLanguage } from "../words/language.ts";
import { useBackupWords } from "./useBackupWords.ts";

/** Whether what an erasure removed can still be recovered from backups, and until when. */
export function InBackups({ of }: { of: NonNullable<Erasure["inBackups"]> }) {
  const { t } = useTranslation();
  const recoverable = useBackupWords();
  const over = of.since
    ? t("erasure.inBackups.overSince", { when: momentInFull(of.since, currentLanguage()) })
    : t("erasure.inBackups.over");
  return (
    <section className={styles.section} aria-labelledby="in-backups">
      <h2 id="in-backups">{t("erasure.inBackups.title")}</h2>
      <p>{of.recoverable ? recoverable(of) : over}</p>
      {of.recoverable && (
        <p>
          <Link to="/epochs">{t("erasure.inBackups.see")}</Link>
        </p>
      )}
    </section>
  );
}
