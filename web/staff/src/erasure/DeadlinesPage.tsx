import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { DayField } from "../dates/DayField.tsx";
import { dayAfter, inFull } from "../dates/days.ts";
import { isDay } from "../dates/typed.ts";
import { useCaseUnits } from "../home/units.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { DeadlineList } from "./DeadlineList.tsx";
import { DeadlineMatrix } from "./DeadlineMatrix.tsx";
import type { DeadlineFilter } from "./deadlineFilter.ts";
import styles from "./erasure.module.css";
import { FilterChip } from "./FilterChip.tsx";
import { ToApprove } from "./ToApprove.tsx";

/** Échéances: what falls due until a day, by rule and unit; the numbers lead to their files. */
export function DeadlinesPage() {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const units = useCaseUnits();
  const filter = useSearch({ from: "/deadlines" });
  const until = filter.until ?? today;
  const [typed, setTyped] = useState<string>();
  const dueBefore = dayAfter(until);
  const { rule, unit } = filter;
  const query = { dueBefore, ...(rule && { rule }), ...(unit && { unit }) };
  const deadlines = useQuery({
    queryKey: ["deadlines", query],
    queryFn: () => answered(client.GET("/api/retention/deadlines", { params: { query } })),
    placeholderData: (previous) => previous,
  });

  function show(change: DeadlineFilter) {
    navigate({ to: "/deadlines", search: { ...filter, ...change }, replace: true });
  }

  /** Asked once the day is written, and not at each of its figures. */
  function ask() {
    if (typed !== undefined && isDay(typed)) {
      show({ until: typed });
      setTyped(undefined);
    }
  }

  const items = deadlines.data?.items;
  const date = inFull(until, currentLanguage());
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("erasure.deadlines.title")}</PageTitle>
        <p>{t("erasure.deadlines.lead")}</p>
      </div>
      <ToApprove />
      <div className={styles.filters}>
        <DayField
          label={t("erasure.deadlines.dueBefore")}
          value={typed ?? until}
          onChange={setTyped}
          onBlur={ask}
          onKeyDown={(event) => event.key === "Enter" && ask()}
        />
        {rule && (
          <FilterChip
            label={t("erasure.deadlines.ruleIs", {
              rule: items?.find((one) => one.rule === rule)?.ruleLabel ?? rule,
            })}
            onRemove={() => show({ rule: undefined })}
          />
        )}
        {unit && (
          <FilterChip
            label={t("erasure.deadlines.unitIs", { unit: units.label(unit) })}
            onRemove={() => show({ unit: undefined })}
          />
        )}
      </div>
      {deadlines.isPending && <Waiting />}
      {deadlines.error && <ProblemNotice problem={asProblem(deadlines.error)} />}
      {items && (
        <>
          <p role="status">
            <strong>
              {t("erasure.deadlines.count", { count: deadlines.data?.total ?? items.length, date })}
            </strong>{" "}
            {items.length === 0 && t("erasure.deadlines.emptyHelp")}
          </p>
          {items.length > 0 && (
            <>
              <DeadlineMatrix deadlines={items} dueBefore={dueBefore} onShow={show} />
              <DeadlineList deadlines={items} />
            </>
          )}
        </>
      )}
    </>
  );
}
