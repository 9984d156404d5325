import { Outlet, useParams, useRouterState } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../api/problem.ts";
import { inFull, momentInFull } from "../dates/days.ts";
import { Notice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import { PrintHead } from "../page/PrintHead.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { fullName, shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import { Born } from "./Born.tsx";
import { FileAside, FileUntil } from "./FileAside.tsx";
import { FileParts } from "./FileParts.tsx";
import { FileUnreadable } from "./FileUnreadable.tsx";
import styles from "./file.module.css";
import { KeysFromElsewhere } from "./KeysFromElsewhere.tsx";
import { Opened } from "./opened.ts";
import { parts, shownParts } from "./parts.ts";
import { useFile } from "./useFile.ts";
import { ReadingOnProvider, useReadingOn } from "./useReadingOn.ts";

/**
 * Why the file cannot be read. While it is asked for again the reason stays in view: somebody may be writing below it.
 */
function useProblem(fileId: string, { error, data }: ReturnType<typeof useFile>): Problem | null {
  const last = useRef<{ fileId: string; problem: Problem }>(undefined);
  if (error) {
    last.current = { fileId, problem: asProblem(error) };
  } else if (data) {
    last.current = undefined;
  }
  return last.current?.fileId === fileId ? last.current.problem : null;
}

/** The file's frame: who, since when, its parts, and the narrow column with until when. */
export function FileLayout() {
  const { t } = useTranslation();
  const { fileId } = useParams({ from: "/files/$fileId" });
  const answer = useFile(fileId);
  const readingOn = useReadingOn(fileId);
  const part = useRouterState({
    select: ({ location }) => {
      const address = location.pathname.replace(/\/$/, "");
      return parts.find((one) => one.id !== "contacts" && address === one.to.replace("$fileId", fileId))?.id;
    },
  });
  const language = currentLanguage();
  const problem = useProblem(fileId, answer);

  if (answer.isPending && !problem) {
    return <Waiting />;
  }
  // What was read stays in view while nobody answers, and while the session is to be renewed: somebody may be writing.
  const lasting = problem && !problem.passing && problem.status !== 401;
  if (problem && (!answer.data || lasting)) {
    return (
      <ReadingOnProvider value={readingOn}>
        <FileUnreadable fileId={fileId} problem={problem} retry={() => answer.refetch()} />
      </ReadingOnProvider>
    );
  }
  if (!answer.data) {
    return <Waiting />;
  }
  const file = answer.data;
  const { person } = file;
  const number = shortNumber(fileId);
  const exceptional = Boolean(file.exceptionalAccess);
  return (
    <Opened.Provider value={file}>
      <ReadingOnProvider value={readingOn}>
        <PrintHead subject={t("file.title", { number })} destroyBefore={file.retention?.dueOn} />
        {problem && (
          <Notice kind="trouble">
            <p>{t(problem.status === 401 ? "file.unreadable.signedOut" : "file.unreadable.stale")}</p>
          </Notice>
        )}
        <div className={styles.head}>
          <PageTitle
            windowTitle={[part && t(`file.parts.${part}`), t("file.title", { number })]
              .filter(Boolean)
              .join(", ")}
          >
            <span className="personal">{fullName(person)}</span>
          </PageTitle>
          <p>
            <Born person={person} />
            {t("file.openedOn", { date: inFull(file.openedOn, language) })}{" "}
            <span className="quiet number">({t("file.number", { number })})</span>
          </p>
        </div>
        {file.state === "closed" && file.closedOn && (
          <Notice kind="info">
            <p>{t("file.closed", { date: inFull(file.closedOn, language) })}</p>
          </Notice>
        )}
        {file.exceptionalAccess && (
          <Notice kind="info">
            <p>{t("file.exceptional", { when: momentInFull(file.exceptionalAccess.until, language) })}</p>
          </Notice>
        )}
        <FileParts fileId={fileId} exceptional={exceptional} />
        {part && (
          <KeysFromElsewhere fileId={fileId} closed={file.state === "closed"} exceptional={exceptional} />
        )}
        <div className={pageStyles.split}>
          <FileUntil file={file} />
          <div className={pageStyles.read}>
            {!part || shownParts(exceptional).some((one) => one.id === part) ? (
              <Outlet />
            ) : (
              <p>{t("file.notExceptionally")}</p>
            )}
          </div>
          <FileAside file={file} />
        </div>
      </ReadingOnProvider>
    </Opened.Provider>
  );
}
