import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { download } from "../api/download.ts";
import { asProblem } from "../api/problem.ts";
import { useCompartmentNames } from "../consent/words.ts";
import { inFull, localDay, timeOfDay } from "../dates/days.ts";
import { useOpenedFile } from "../file/FileLayout.tsx";
import { useCaseUnits } from "../home/units.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./journal.module.css";
import { byDay, type ReadingGroup } from "./readings.ts";

/** Qui a lu ce dossier: who, as what, which data, why and when; for the worker, and on paper for the person. */
export function ReadersPage() {
  const { t } = useTranslation();
  const { fileId } = useOpenedFile();
  const language = currentLanguage();
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
  const shown = readers.data.pages.flatMap((page) => page.items);
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
      {byDay(shown, localDay).map(({ day, groups }) => (
        <div key={day}>
          <h3 className={styles.day}>{inFull(day, language)}</h3>
          <ol className={styles.readings}>
            {groups.map((group) => (
              <ReadingLine key={`${group.first.at}${group.first.reader.id}`} {...group} />
            ))}
          </ol>
        </div>
      ))}
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

function ReadingLine({ first, times }: ReadingGroup) {
  const { t } = useTranslation();
  const units = useCaseUnits();
  const named = useCompartmentNames();
  const unit = units.label(first.unit);
  return (
    <li>
      <span className="number">{timeOfDay(first.at, currentLanguage())}</span>
      <div>
        <p>
          <strong>{first.reader.name ?? t("access.somebody")}</strong>
          <span className="quiet">
            , {t(`shell.roles.${first.role}`)}
            {unit && `, ${unit}`}
          </span>
        </p>
        <p>
          {first.reasonLabel}
          {times > 1 && <span className="quiet"> ({t("access.readers.times", { count: times })})</span>}
        </p>
        <p className="quiet">{named(first.compartments)}</p>
        {first.exceptional && (
          <p className="due">
            {t("access.readers.exceptional", {
              reason: t(`access.exceptional.reasons.${first.exceptional.reason}`),
            })}
            {first.exceptional.reasonText && (
              <>
                {t("access.colon")} <span className="personal">{first.exceptional.reasonText}</span>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
