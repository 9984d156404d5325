import { Link, Navigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { useSentContacts } from "../contact/contacts.tsx";
import { inFull } from "../dates/days.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage, withWords } from "../words/language.ts";
import styles from "./file.module.css";
import { Timeline } from "./Timeline.tsx";
import { nothingRead } from "./unread.ts";
import { WritingDesk } from "./WritingDesk.tsx";

const RefusedFile = lazy(
  withWords(["access"], async () => ({ default: (await import("../access/RefusedFile.tsx")).RefusedFile })),
);

interface Props {
  fileId: string;
  problem: Problem;
  retry: () => void;
}

/** A file that cannot be read: erased, suspended, another unit's, unknown, or its keys are away. */
export function FileUnreadable({ fileId, problem, retry }: Props) {
  switch (problem.status) {
    case 410:
      return <Erased problem={problem} />;
    case 423:
      return <Suspended problem={problem} />;
    case 403:
      return (
        <Suspense fallback={<Waiting />}>
          <RefusedFile fileId={fileId} problem={problem} />
        </Suspense>
      );
    case 404:
      return <Missing />;
    default:
      if (problem.code === "merged" && problem.facts.fileId) {
        return <Merged into={problem.facts.fileId} />;
      }
      return problem.code === "keys-unavailable" ? (
        <KeysAway fileId={fileId} />
      ) : (
        <ProblemPage problem={problem} retry={retry} />
      );
  }
}

/** The address of a record that was merged into another leads to the one that stays. */
function Merged({ into }: { into: string }) {
  const { t } = useTranslation();
  useEffect(() => announce(t("file.merged", { number: shortNumber(into) })), [into, t]);
  return <Navigate to="/files/$fileId" params={{ fileId: into }} replace />;
}

function Erased({ problem: { facts } }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle>{t("file.erased.title")}</PageTitle>
      <div className={styles.erased}>
        {facts.erasedOn && (
          <p>{t("file.erased.on", { date: inFull(facts.erasedOn.slice(0, 10), currentLanguage()) })}</p>
        )}
        <p>{t("file.erased.text")}</p>
        {facts.certificateId ? (
          <p>
            {t("file.erased.certificate")}{" "}
            <Link
              className="number"
              to="/certificates/$certificateId"
              params={{ certificateId: facts.certificateId }}
            >
              {t("file.erased.number", { number: shortNumber(facts.certificateId) })}
            </Link>
          </p>
        ) : (
          <p className="quiet">{t("file.erased.pending")}</p>
        )}
      </div>
      <BackHome />
    </>
  );
}

function Suspended({ problem: { facts } }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle>{t("file.suspended.title")}</PageTitle>
      <div className={styles.erased}>
        <p>{t("file.suspended.text")}</p>
        {facts.until && (
          <p>{t("file.suspended.until", { date: inFull(facts.until.slice(0, 10), currentLanguage()) })}</p>
        )}
      </div>
      <BackHome />
    </>
  );
}

function Missing() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle>{t("file.missing.title")}</PageTitle>
      <p>{t("file.missing.text")}</p>
      <BackHome />
    </>
  );
}

/** Writing goes on while the keys are away; what was already sent stays in view. */
function KeysAway({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  const sent = useSentContacts(fileId);
  return (
    <>
      <PageTitle>{t("file.unreadable.title")}</PageTitle>
      <p>{t("file.unreadable.text")}</p>
      <hr />
      <WritingDesk fileId={fileId} withoutFile />
      {sent.length > 0 && <Timeline file={nothingRead} readings={[{ entries: sent }]} filter={{}} />}
    </>
  );
}

function BackHome() {
  const { t } = useTranslation();
  return (
    <p>
      <Link to="/">{t("problem.backHome")}</Link>
    </p>
  );
}
