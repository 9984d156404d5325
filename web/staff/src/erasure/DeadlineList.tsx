import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Deadline } from "../api/types.ts";
import { useCompartmentNames } from "../consent/words.ts";
import { distance, inFull, nearness } from "../dates/days.ts";
import { useCaseUnits } from "../home/units.ts";
import pageStyles from "../page/page.module.css";
import { shortNumber } from "../person/names.ts";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { ChosenBar } from "./ChosenBar.tsx";
import styles from "./erasure.module.css";

const PAGE = 50;

/** The files that fall due, one by one, without a name; some can be chosen for one erasure. */
export function DeadlineList({ deadlines }: { deadlines: Deadline[] }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const units = useCaseUnits();
  const named = useCompartmentNames();
  const language = currentLanguage();
  const [shown, setShown] = useState(PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  function choose(personId: string) {
    const next = new Set(chosen);
    if (!next.delete(personId)) {
      next.add(personId);
    }
    setChosen(next);
  }

  return (
    <section className={styles.section}>
      <h2 id="one-by-one">{t("erasure.deadlines.list")}</h2>
      <div className={pageStyles.tableScroll}>
        <table className={styles.table} aria-labelledby="one-by-one">
          <thead>
            <tr>
              <th scope="col">{t("erasure.deadlines.choose")}</th>
              <th scope="col">{t("erasure.deadlines.file")}</th>
              <th scope="col">{t("erasure.deadlines.unit")}</th>
              <th scope="col">{t("erasure.deadlines.rule")}</th>
              <th scope="col">{t("erasure.deadlines.dueOn")}</th>
            </tr>
          </thead>
          <tbody>
            {deadlines.slice(0, shown).map((due) => {
              const number = shortNumber(due.fileId ?? due.personId);
              const near = nearness(due.dueOn, today);
              return (
                <tr key={`${due.personId} ${due.rule}`}>
                  <td>
                    <Checkbox
                      checked={chosen.has(due.personId)}
                      onChange={() => choose(due.personId)}
                      aria-label={t("erasure.deadlines.chooseFile", { number })}
                    />
                  </td>
                  <th scope="row" className="number">
                    {due.fileId ? number : t("erasure.deadlines.noFile")}
                  </th>
                  <td>{units.label(due.unit)}</td>
                  <td>
                    {due.ruleLabel}
                    {due.compartments.length > 0 && due.compartments.length < 4 && (
                      <span className="quiet"> ({named(due.compartments)})</span>
                    )}
                  </td>
                  <td>
                    {inFull(due.dueOn, language)}{" "}
                    <span className={`${near === "later" ? "quiet" : near} ${styles.near}`}>
                      {distance(today, due.dueOn, language)}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown < deadlines.length && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t("home.more")}
        </Button>
      )}
      {chosen.size > 0 && (
        <ChosenBar
          personIds={[...chosen]}
          allDue={deadlines.every((due) => !chosen.has(due.personId) || due.dueOn <= today)}
          onClear={() => setChosen(new Set())}
        />
      )}
    </section>
  );
}
