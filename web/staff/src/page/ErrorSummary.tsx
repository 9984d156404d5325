import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./page.module.css";

export interface FieldTrouble {
  /** The id of the field. */
  field: string;
  text: string;
}

/** What is to be corrected, each line a way to its field; takes the focus each time it is asked to. */
export function ErrorSummary({ troubles, attempt }: { troubles: FieldTrouble[]; attempt: number }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) {
      box.current?.focus();
    }
  }, [attempt]);
  if (troubles.length === 0) {
    return null;
  }
  return (
    <div ref={box} tabIndex={-1} className={styles.notice} data-kind="trouble" role="alert">
      <div>
        <p className={styles.noticeTitle}>{t("problem.summary")}</p>
        <ul className={styles.summaryList}>
          {troubles.map(({ field, text }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
