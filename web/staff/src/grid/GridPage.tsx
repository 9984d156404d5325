import { Button, NativeSelect } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import { PrintHead } from "../page/PrintHead.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useMe } from "../shell/session.tsx";
import { downloadGrid } from "./download.ts";
import { GridTable } from "./GridTable.tsx";
import styles from "./grid.module.css";
import type { GridFilter } from "./gridFilter.ts";
import { hasFigures } from "./rows.ts";

const YEARS_BACK = 5;

/** Grille annuelle: what was done, by theme and unit; on screen, on paper, as CSV. */
export function GridPage() {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const filter = useSearch({ from: "/grid" });
  const thisYear = Number(today.slice(0, 4));
  const year = filter.year ?? thisYear;
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back);
  // The whole grid is read, so that the filter can name every unit.
  const grid = useQuery({
    queryKey: ["grid", year],
    queryFn: () => answered(client.GET("/api/reports/yearly-grid", { params: { query: { year } } })),
  });
  const download = useMutation({ mutationFn: () => downloadGrid(year, filter.unit) });

  function show(change: GridFilter) {
    navigate({ to: "/grid", search: { ...filter, ...change }, replace: true });
  }

  const units = grid.data?.units ?? [];
  const shown = filter.unit ? units.filter((unit) => unit.code === filter.unit) : units;
  return (
    <>
      <PrintHead subject={t("grid.title", { year })} />
      <div className={pageStyles.heading}>
        <PageTitle>{t("grid.title", { year })}</PageTitle>
        <p className="screen-only">{t("grid.lead")}</p>
      </div>
      <div className={`screen-only ${styles.filters}`}>
        <NativeSelect
          label={t("grid.year")}
          value={String(year)}
          data={(years.includes(year) ? years : [...years, year]).map(String)}
          onChange={(event) => show({ year: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t("grid.unit")}
          value={filter.unit ?? ""}
          data={[
            { value: "", label: t("grid.allUnits") },
            ...units.map((unit) => ({ value: unit.code, label: unit.label })),
          ]}
          onChange={(event) => show({ unit: event.currentTarget.value || undefined })}
        />
        <Button
          size="md"
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t("grid.download")}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t("grid.print")}
        </Button>
      </div>
      {download.error && <ProblemNotice problem={asProblem(download.error)} />}
      {grid.isPending && <Waiting />}
      {grid.error && <ProblemNotice problem={asProblem(grid.error)} />}
      {grid.data && !hasFigures(grid.data) && <p>{t("grid.empty", { year })}</p>}
      {grid.data && hasFigures(grid.data) && <GridTable grid={grid.data} units={shown} />}
    </>
  );
}
