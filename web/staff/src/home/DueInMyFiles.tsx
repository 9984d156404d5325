import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import type { FileRow } from "../api/types.ts";
import { inFull, nearness, unbrokenDistance } from "../dates/days.ts";
import { useDue } from "../file/useDue.ts";
import rowStyles from "../page/rows.module.css";
import { nameForLists, shortNumber } from "../person/names.ts";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { type DueLine, dueLines, nearAndFar } from "./due.ts";
import styles from "./home.module.css";

/** What is to be done in the files that this worker answers for, soonest first; when the files themselves end stands below. */
export function DueInMyFiles({ rows }: { rows: readonly FileRow[] }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const due = useDue();
  const lines = dueLines(due, [...rows, ...useRowsBeyond(rows, due)]);
  if (lines.length === 0) {
    return null;
  }
  const { near, far } = nearAndFar(lines, today);
  return (
    <section className={styles.section} aria-labelledby="due-in-my-files">
      <h2 id="due-in-my-files">{t("home.toDo")}</h2>
      {near.length > 0 ? <DueList lines={near} /> : <p className="quiet">{t("home.nothingNear")}</p>}
      {far.length > 0 && (
        <details className={styles.far}>
          <summary>{t("home.toDoLater", { count: far.length })}</summary>
          <DueList lines={far} />
        </details>
      )}
    </section>
  );
}

function DueList({ lines }: { lines: readonly DueLine[] }) {
  return (
    <ul className={styles.toDo}>
      {lines.map((line) => (
        <li key={`${line.due.fileId}-${line.due.kind}-${line.due.recordId}`}>
          <Due line={line} />
        </li>
      ))}
    </ul>
  );
}

/** The rows of files that are due and further down the list than was read: each is asked for by its number. */
function useRowsBeyond(rows: readonly FileRow[], due: readonly { fileId: string }[]): FileRow[] {
  const read = new Set(rows.map((row) => row.fileId));
  const beyond = [...new Set(due.map(({ fileId }) => fileId))].filter((fileId) => !read.has(fileId));
  return useQueries({
    queries: beyond.map((fileId) => ({
      queryKey: ["files", "one", fileId],
      queryFn: () => answered(client.GET("/api/cases/files", { params: { query: { page: 0, fileId } } })),
      staleTime: 60_000,
    })),
  }).flatMap(({ data }) => data?.items ?? []);
}

function Due({ line: { due, person } }: { line: DueLine }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const on = due.on.slice(0, 10);
  const near = due.late ? "late" : nearness(on, today);
  const when = { date: inFull(on, language), distance: unbrokenDistance(today, on, language) };
  return (
    <>
      <Link
        to="/files/$fileId"
        params={{ fileId: due.fileId }}
        hash={due.recordId ?? ""}
        className={rowStyles.name}
      >
        {person ? (
          <span className="personal">{nameForLists(person)}</span>
        ) : (
          <span className="number">{t("file.number", { number: shortNumber(due.fileId) })}</span>
        )}
      </Link>
      <span>{t(`home.dueKinds.${due.kind}`)}</span>
      <span className={near === "later" ? "quiet" : near}>
        {near === "late" && <IconAlertTriangle size={17} aria-hidden className="icon" />}
        {near === "due" && <IconClock size={17} aria-hidden className="icon" />}{" "}
        {t(due.late ? "home.dueLate" : "home.dueBy", when)}
      </span>
    </>
  );
}
