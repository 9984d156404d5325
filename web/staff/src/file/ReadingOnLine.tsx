import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import pageStyles from "../page/page.module.css";
import styles from "./file.module.css";
import { useOpenedFile } from "./opened.ts";
import { useReadOn } from "./useReadingOn.ts";

/** How far the rest of a long file was read, for whoever waits for it, and the way to stop. */
export function ReadingOnLine() {
  const { t } = useTranslation();
  const { contacts, timeline } = useOpenedFile();
  const { stop } = useReadOn();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was pressed to begin may be gone.
    if (document.activeElement === document.body) {
      button.current?.focus();
    }
  }, []);
  const far = { read: contacts.length, count: Math.max(timeline.contacts, contacts.length) };
  return (
    <div className={`screen-only ${pageStyles.actions} ${styles.readingOn}`} data-reading-on>
      <progress value={far.read} max={far.count} aria-label={t("file.readingOn.title")} />
      <span className="quiet" role="status">
        {t("file.readingOn.far", far)}
      </span>
      <button ref={button} type="button" className={pageStyles.link} onClick={stop}>
        {t("file.readingOn.stop")}
      </button>
    </div>
  );
}
