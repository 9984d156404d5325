import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { currentLanguage } from "../words/language.ts";
import { ExclusionForm } from "./ExclusionForm.tsx";
import { RestrictionForm } from "./RestrictionForm.tsx";
import styles from "./unit.module.css";
import { useLiftExclusion, useLiftRestriction, useReadingRights } from "./useUnit.ts";

/** Who may read this file beyond the rule of the unit: who may not, or who alone may. */
export function ReadingPart({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const rights = useReadingRights(personId);
  const lift = useLiftExclusion(personId);
  const unrestrict = useLiftRestriction(personId);
  const [open, setOpen] = useState<"exclusion" | "restriction" | null>(null);
  const names = new Intl.ListFormat(currentLanguage(), { type: "conjunction" });
  const problem = rights.error ?? lift.error ?? unrestrict.error;
  if (rights.isPending) {
    return <Waiting />;
  }
  const { exclusions = [], restriction = null } = rights.data ?? {};
  return (
    <section className={styles.part} aria-labelledby="reading">
      <h2 id="reading">{t("unit.reading.title")}</h2>
      {problem && <ProblemNotice problem={asProblem(problem)} />}
      {restriction ? (
        <>
          <p>
            {t("unit.reading.only", {
              names: names.format(restriction.workers.map((worker) => worker.name ?? t("file.unnamed"))),
            })}{" "}
            {t(restriction.exceptionalAccess ? "unit.reading.othersMay" : "unit.reading.othersMayNot")}
          </p>
          <p className="quiet">
            {t(`unit.reading.restrictionReasons.${restriction.reason}`)}.{" "}
            {t("unit.reading.askWhom", { name: restriction.ask.name ?? t("file.unnamed") })}
          </p>
        </>
      ) : (
        <p>{t("unit.reading.everybody")}</p>
      )}
      {exclusions.length > 0 && (
        <ul className={styles.list}>
          {exclusions.map((one) => (
            <li key={one.exclusionId}>
              <span>
                {t("unit.reading.except", { name: one.worker.name ?? t("file.unnamed") })}{" "}
                <span className="quiet">({t(`unit.reading.exclusionReasons.${one.reason}`)})</span>
              </span>
              <button
                type="button"
                className={pageStyles.link}
                onClick={() => lift.mutate(one.exclusionId)}
                disabled={lift.isPending}
              >
                {t("unit.reading.lift")}
                <span className="visually-hidden"> {one.worker.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {open === "exclusion" && <ExclusionForm personId={personId} onClose={() => setOpen(null)} />}
      {open === "restriction" && (
        <RestrictionForm
          personId={personId}
          inForce={restriction?.restrictionId}
          onClose={() => setOpen(null)}
        />
      )}
      {open === null && (
        <div className={pageStyles.actions}>
          <Button variant="default" onClick={() => setOpen("exclusion")}>
            {t("unit.reading.exclude")}
          </Button>
          <Button variant="default" onClick={() => setOpen("restriction")}>
            {t(restriction ? "unit.reading.change" : "unit.reading.restrict")}
          </Button>
          {restriction && (
            <Button
              variant="default"
              loading={unrestrict.isPending}
              onClick={() => unrestrict.mutate(restriction.restrictionId)}
            >
              {t("unit.reading.unrestrict")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
