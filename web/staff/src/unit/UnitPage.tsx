import { Button, Group, NativeSelect, Radio } from "@mantine/core";
import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { OnMyFiles } from "../access/OnMyFiles.tsx";
import { asProblem } from "../api/problem.ts";
import type { FileRow, FileState } from "../api/types.ts";
import { distance, inFull, nearness } from "../dates/days.ts";
import { useCaseUnits } from "../home/units.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import rowStyles from "../page/rows.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { SentNotice } from "./SentNotice.tsx";
import { useTitles } from "./titleOf.ts";
import styles from "./unit.module.css";
import { NOBODY, type UnitFilter } from "./unitFilter.ts";
import { useStaff, useUnitFiles } from "./useUnit.ts";

const STATES: FileState[] = ["live", "closed", "suspended"];

/** La circonscription: the unit's files by state and due date, for who assigns them. No narrative, no figure per worker. */
export function UnitPage() {
  const { t } = useTranslation();
  const { unit } = useMe();
  const navigate = useNavigate();
  const wanted = useSearch({ from: "/unit" });
  const { state, referent } = wanted;
  const label = useCaseUnits().label(unit) ?? "";
  const workers = useStaff(unit).filter((member) => member.roles.includes("worker"));
  const files = useUnitFiles(wanted);
  const narrow = (narrowed: UnitFilter) =>
    navigate({ to: "/unit", search: { ...wanted, ...narrowed }, replace: true });

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
        <PageTitle windowTitle={t("shell.unit")}>{label}</PageTitle>
        <p>{t("unit.lead")}</p>
      </div>
      <SentNotice />
      <OnMyFiles />
      <NativeSelect
        className={styles.referent}
        label={t("file.referent")}
        value={referent ?? ""}
        onChange={(event) => narrow({ referent: event.currentTarget.value || undefined })}
        data={[
          { value: "", label: t("unit.referents.all") },
          { value: NOBODY, label: t("unit.referents.nobody") },
          ...workers.map((worker) => ({ value: worker.id, label: worker.name })),
        ]}
      />
      <Radio.Group
        label={t("unit.state")}
        value={state ?? "all"}
        onChange={(chosen) => narrow({ state: chosen === "all" ? undefined : (chosen as FileState) })}
      >
        <Group gap="lg" mt="xs">
          {["all" as const, ...STATES].map((one) => (
            <Radio key={one} value={one} label={t(`unit.states.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      {rows.length === 0 ? (
        <p className={styles.empty}>{t(referent === NOBODY ? "unit.nothingToAssign" : "unit.empty")}</p>
      ) : (
        <UnitTable rows={rows} />
      )}
      <div className={pageStyles.actions}>
        {files.hasNextPage && (
          <Button variant="default" onClick={() => files.fetchNextPage()} loading={files.isFetchingNextPage}>
            {t("home.more")}
          </Button>
        )}
        <span className="quiet" role="status">
          {rows.length > 0 && t("home.shown", { shown: rows.length, count: total })}
        </span>
      </div>
    </>
  );
}

function UnitTable({ rows }: { rows: FileRow[] }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const titleOf = useTitles();
  const language = currentLanguage();
  return (
    <table className={`${rowStyles.table} ${styles.unbroken}`}>
      <caption className="visually-hidden">{t("unit.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("home.person")}</th>
          <th scope="col">{t("file.referent")}</th>
          <th scope="col">{t("unit.state")}</th>
          <th scope="col">{t("home.lastContact")}</th>
          <th scope="col">{t("home.keptUntil")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const near = row.dueOn ? nearness(row.dueOn, today) : "later";
          return (
            <tr key={row.fileId}>
              <th scope="row">
                <Link to="/unit/$fileId" params={{ fileId: row.fileId }} className={rowStyles.name}>
                  <span className="personal">{titleOf(row)}</span>
                  <span className="visually-hidden"> ({t("unit.manage")})</span>
                </Link>
              </th>
              <td data-label={t("file.referent")}>
                {row.referent ? (row.referent.name ?? t("file.unnamed")) : t("file.noReferent")}
              </td>
              <td data-label={t("unit.state")}>{t(`unit.states.${row.state}`)}</td>
              <td data-label={t("home.lastContact")}>
                {row.lastContactOn ? inFull(row.lastContactOn, language) : t("home.none")}
              </td>
              <td data-label={t("home.keptUntil")}>
                {row.dueOn && (
                  <>
                    {inFull(row.dueOn, language)}{" "}
                    <span className={`${styles.more} ${near === "later" ? "quiet" : near}`}>
                      {near === "late" && <IconAlertTriangle size={16} aria-hidden className="icon" />}
                      {near === "due" && <IconClock size={16} aria-hidden className="icon" />}{" "}
                      {distance(today, row.dueOn, language)}
                    </span>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
