import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DueRow } from "../api/types.ts";
import { inFull, nearness } from "../dates/days.ts";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./file.module.css";
import { useDue } from "./useDue.ts";

/** What is due on this file, soonest first; the file's own deadline stands above, in words. */
export function DueHere({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  const rows = useDue().filter((row) => row.fileId === fileId && row.kind !== "deadline");
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className={styles.dueHere} aria-labelledby="due-here">
      <h2 id="due-here">{t("file.due.title")}</h2>
      <ul className={styles.plainList}>
        {rows.map((row) => (
          <li key={`${row.kind}-${row.recordId}`}>
            <Due row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is far off is said without amber: nothing is to be done about it today. */
function Due({ row: { kind, on, late, recordId } }: { row: DueRow }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const near = late ? "late" : nearness(on.slice(0, 10), today);
  const words = t(`file.due.${kind}`);
  return (
    <>
      {recordId ? <a href={`#${recordId}`}>{words}</a> : words}{" "}
      <span className={near === "later" ? "quiet" : near}>
        {near === "late" && <IconAlertTriangle size={17} aria-hidden className="icon" />}
        {near === "due" && <IconClock size={17} aria-hidden className="icon" />}{" "}
        {t(late ? "file.due.late" : "file.due.by", { date: inFull(on.slice(0, 10), currentLanguage()) })}
      </span>
    </>
  );
}
