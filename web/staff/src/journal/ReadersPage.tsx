import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { download } from "../api/download.ts";
import { asProblem } from "../api/problem.ts";
import { useCompartmentNames } from "../consent/words.ts";
import { inFull, localDay, timeOfDay } from "../dates/days.ts";
import { useOpenedFile } from "../file/opened.ts";
import { useCaseUnits } from "../home/units.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./journal.module.css";
import { byDay, type ReaderOfDay, type ReadingDay, unexpectedFirst } from "./readings.ts";

/** Qui a lu ce dossier: who, as what, which data, why and when; for the worker, and on paper for the person. */
export function ReadersPage() {
  const { t } = useTranslation();
  const { fileId, unit } = useOpenedFile();
  const readers = useInfiniteQuery({
    queryKey: ["readers", fileId],
    queryFn: ({ pageParam }) =>
      answered(
        client.GET("/api/cases/files/{fileId}/readers", {
          params: { path: { fileId }, query: { page: pageParam } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });
  const statement = useMutation({
    mutationFn: () =>
      download(
        `/api/cases/files/${fileId}/readers`,
        "application/pdf",
        `lethe-${shortNumber(fileId)}-lectures.pdf`,
      ),
  });

  if (readers.isPending) {
    return <Waiting />;
  }
  if (!readers.data) {
    return (
      <ProblemNotice problem={asProblem(readers.error)} title={t("access.readers.unread")}>
        <button type="button" className={pageStyles.link} onClick={() => readers.refetch()}>
          {t("problem.retry")}
        </button>
      </ProblemNotice>
    );
  }
  const [unexpected, expected] = unexpectedFirst(
    readers.data.pages.flatMap((page) => page.items),
    unit,
  );
  return (
    <section aria-labelledby="readers" className={styles.readers}>
      <h2 id="readers">{t("access.readers.title")}</h2>
      <p>{t("access.readers.lead")}</p>
      {statement.error && <ProblemNotice problem={asProblem(statement.error)} />}
      <div className={`${pageStyles.actions} screen-only`}>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={statement.isPending}
          onClick={() => statement.mutate()}
        >
          {t("access.readers.statement")}
        </Button>
      </div>
      {unexpected.length > 0 && (
        <section aria-labelledby="unexpected">
          <h3 id="unexpected" className="due">
            {t("access.readers.unexpected")}
          </h3>
          <Days days={byDay(unexpected, localDay, unit)} />
        </section>
      )}
      {expected.length > 0 && (
        <section aria-labelledby="expected">
          <h3 id="expected">{t("access.readers.expected")}</h3>
          <Days days={byDay(expected, localDay, unit)} />
        </section>
      )}
      {readers.hasNextPage && (
        <div className={pageStyles.actions}>
          <Button
            variant="default"
            loading={readers.isFetchingNextPage}
            onClick={() => readers.fetchNextPage()}
          >
            {t("home.more")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Days({ days }: { days: ReadingDay[] }) {
  const language = currentLanguage();
  return days.map(({ day, readers }) => (
    <div key={day}>
      <h4 className={styles.day}>{inFull(day, language)}</h4>
      <ol className={styles.readings}>
        {readers.map((reader) => (
          <ReaderLine key={`${reader.first.at}${reader.first.reader.id}`} reader={reader} />
        ))}
      </ol>
    </div>
  ));
}

function ReaderLine({ reader: { first, acts, unusual } }: { reader: ReaderOfDay }) {
  const { t } = useTranslation();
  const units = useCaseUnits();
  const named = useCompartmentNames();
  const language = currentLanguage();
  const unit = units.label(first.unit);
  const exceptional = acts.find(({ reading }) => reading.exceptional)?.reading.exceptional;
  const times = acts.reduce((sum, act) => sum + act.times, 0);
  return (
    <li>
      <span className="number">{timeOfDay(first.at, language)}</span>
      <div>
        <p>
          <strong>{first.reader.name ?? t("access.somebody")}</strong>
          <span className={unusual ? "due" : "quiet"}>
            , {t(`shell.roles.${first.role}`).toLocaleLowerCase(language)}
            {unit && `, ${unit}`}
          </span>
        </p>
        {exceptional && (
          <p className="due">
            {t("access.readers.exceptional", {
              reason: t(`access.exceptional.reasons.${exceptional.reason}`),
            })}
            {exceptional.reasonText && (
              <>
                {t("access.colon")} <span className="personal">{exceptional.reasonText}</span>
              </>
            )}
          </p>
        )}
        <details>
          <summary>
            {acts[0]?.reading.reasonLabel}
            {times > 1 && <span className="quiet"> ({t("access.readers.times", { count: times })})</span>}
          </summary>
          <ul>
            {acts.map(({ reading, times: often }) => (
              <li key={reading.at}>
                {timeOfDay(reading.at, language)}, {reading.reasonLabel}
                {often > 1 && ` (${t("access.readers.times", { count: often })})`}
                <span className="quiet">, {named(reading.compartments)}</span>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}
