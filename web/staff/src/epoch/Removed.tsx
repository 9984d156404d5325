import { useTranslation } from "react-i18next";
import type { Epochs } from "../api/types.ts";
import { inFull, localDay } from "../dates/days.ts";
import { Notice } from "../page/Notice.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./epoch.module.css";
import { useBackupWords } from "./useBackupWords.ts";

/** What backups still give back of what was removed, until when; and which epochs are over and live on all the same. */
export function Removed({ epochs: { recoverable, ending, escrow, store } }: { epochs: Epochs }) {
  const { t } = useTranslation();
  const words = useBackupWords();
  const language = currentLanguage();
  // those that end together are said together
  const windows = [...new Set(recoverable.map(words))].map((said) => ({
    said,
    removed: recoverable.filter((one) => words(one) === said),
  }));
  return (
    <>
      {recoverable.length === 0 ? (
        <p>{t("epoch.nothing")}</p>
      ) : (
        <ul className={styles.windows}>
          {windows.map(({ said, removed }) => (
            <li key={said}>
              {removed.map(({ epoch, keys }) => (
                <strong key={epoch}>{t("epoch.keys", { count: keys, epoch })}</strong>
              ))}
              {said}
            </li>
          ))}
        </ul>
      )}
      {ending.map(({ epoch, retiredAt, waitsFor }) => (
        <Notice key={epoch} kind="info">
          <p>
            {t("epoch.ending", { epoch, date: inFull(localDay(retiredAt), language) })}{" "}
            {t(`epoch.endings.${waitsFor}`)}
          </p>
        </Notice>
      ))}
      {escrow
        .filter(({ lostAt }) => lostAt)
        .map(({ place, epoch }) => (
          <Notice key={`${place} ${epoch}`} kind="info">
            <p>{t("epoch.lost", { place, epoch })}</p>
          </Notice>
        ))}
      <p className={`quiet ${styles.limit}`}>{t(`epoch.limits.${store}`)}</p>
    </>
  );
}
