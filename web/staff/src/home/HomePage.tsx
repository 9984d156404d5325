import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { OnMyFiles } from "../access/OnMyFiles.tsx";
import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { weekdayInFull } from "../dates/days.ts";
import { DraftsToResume } from "../draft/DraftsToResume.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useHasRole, useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { DueInMyFiles } from "./DueInMyFiles.tsx";
import { FileTable } from "./FileTable.tsx";
import { byNearness } from "./groups.ts";
import { useCaseUnits } from "./units.ts";

/** Accueil: the unit's files, by what is due. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const registers = useHasRole("worker");
  const unit = useCaseUnits().label(me.unit);
  const files = useInfiniteQuery({
    queryKey: ["files"],
    queryFn: ({ pageParam }) =>
      answered(client.GET("/api/cases/files", { params: { query: { page: pageParam } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });

  if (files.isPending) {
    return <Waiting />;
  }
  if (!files.data) {
    return <ProblemPage problem={asProblem(files.error)} retry={() => files.refetch()} />;
  }
  const rows = files.data.pages.flatMap((page) => page.items);
  const total = files.data.pages.at(-1)?.total ?? rows.length;
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle windowTitle={t("shell.home")}>{t("home.title", { unit: unit ?? "" })}</PageTitle>
        <p className="quiet">{weekdayInFull(me.today, currentLanguage())}</p>
      </div>
      {registers && <DueInMyFiles rows={rows} />}
      {registers && <OnMyFiles />}
      {registers && <DraftsToResume rows={rows} />}
      {rows.length === 0 ? (
        <p>
          {t("home.empty")} {registers && <Link to="/persons/new">{t("home.emptyAction")}</Link>}
        </p>
      ) : (
        byNearness(rows, me.today).map((group) => (
          <FileTable key={group.nearness} nearness={group.nearness} rows={group.rows} />
        ))
      )}
      {rows.length > 0 && (
        <div className={pageStyles.actions}>
          {files.hasNextPage && (
            <Button
              variant="default"
              onClick={() => files.fetchNextPage()}
              loading={files.isFetchingNextPage}
            >
              {t("home.more")}
            </Button>
          )}
          <span className="quiet" role="status">
            {t("home.shown", { shown: rows.length, count: total })}
          </span>
        </div>
      )}
    </>
  );
}
