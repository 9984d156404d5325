import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DueRow } from "../api/types.ts";
import { inFull, nearness, unbrokenDistance } from "../dates/days.ts";
import { FileName } from "../file/FileName.tsx";
import type { Names } from "../file/useFileNames.ts";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { byFile, nearAndFar } from "./due.ts";
import styles from "./home.module.css";

interface Props {
  due: readonly DueRow[];
  names: Names;
}

/** What is to be done in the files that this worker answers for, by person, soonest first. */
export function DueInMyFiles({ due, names }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const { near, far } = nearAndFar(due, today);
  return (
    <section className={styles.section} aria-labelledby="due-in-my-files">
      <h2 id="due-in-my-files">{t("home.toDo")}</h2>
      {near.length > 0 ? (
        <DueList due={near} names={names} />
      ) : (
        <p className="quiet">{t("home.nothingNear")}</p>
      )}
      {far.length > 0 && (
        <details className={styles.far}>
          <summary>{t("home.toDoLater", { count: far.length })}</summary>
          <DueList due={far} names={names} />
        </details>
      )}
    </section>
  );
}

function DueList({ due, names }: Props) {
  return (
    <ul className={styles.toDo}>
      {byFile(due).map((file) => (
        <li key={file.fileId}>
          <FileName fileId={file.fileId} person={names.get(file.fileId)} />
          <ul>
            {file.due.map((line) => (
              <li key={`${line.kind}-${line.recordId}`}>
                <Due line={line} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Due({ line }: { line: DueRow }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const on = line.on.slice(0, 10);
  const near = line.late ? "late" : nearness(on, today);
  const when = { date: inFull(on, language), distance: unbrokenDistance(today, on, language) };
  return (
    <>
      <Link to="/files/$fileId" params={{ fileId: line.fileId }} hash={line.recordId ?? ""}>
        {t(`home.dueKinds.${line.kind}`)}
      </Link>
      <span className={near === "later" ? "quiet" : near}>
        {near === "late" && <IconAlertTriangle size={17} aria-hidden className="icon" />}
        {near === "due" && <IconClock size={17} aria-hidden className="icon" />}{" "}
        {t(line.late ? "home.dueLate" : "home.dueBy", when)}
      </span>
    </>
  );
}
