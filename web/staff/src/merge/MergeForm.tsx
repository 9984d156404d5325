import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import type { PersonRecord } from "../api/people.ts";
import { asProblem } from "../api/problem.ts";
import { inFull } from "../dates/days.ts";
import { useOpenedFile } from "../file/opened.ts";
import { PanelForm } from "../page/PanelForm.tsx";
import pageStyles from "../page/page.module.css";
import { fullName } from "../person/names.ts";
import { useBirthWords } from "../person/useBirthWords.ts";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage } from "../words/language.ts";
import { type Line, sideBySide } from "./compare.ts";
import styles from "./merge.module.css";

interface Props {
  kept: PersonRecord;
  duplicate: PersonRecord;
  onCancel: () => void;
}

/** Both records side by side, and what becomes of each. */
export function MergeForm({ kept, duplicate, onCancel }: Props) {
  const { t } = useTranslation();
  const { fileId } = useOpenedFile();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const language = currentLanguage();
  const merging = useMutation({
    mutationFn: (confirmed: boolean) =>
      answered(
        client.POST("/api/cases/persons/{personId}/duplicates", {
          params: { path: { personId: kept.personId } },
          body: { duplicateId: duplicate.personId, ...(confirmed ? { confirmed } : {}) },
        }),
      ),
    onSuccess: ({ undoUntil }) => {
      announce(t("people.merge.done", { date: inFull(undoUntil, language) }));
      for (const queryKey of [["person"], ["file"], ["files"], ["household"], ["search"]]) {
        cache.invalidateQueries({ queryKey });
      }
      navigate({
        to: "/files/$fileId/merge",
        params: { fileId },
        search: {},
        replace: true,
        ignoreBlocker: true,
      });
    },
  });
  const problem = merging.error ? asProblem(merging.error) : null;
  const doubts = problem?.code === "merge-doubtful" ? (problem.facts.doubts ?? []) : [];

  return (
    <PanelForm
      id="merge-both"
      title={t("people.merge.compare")}
      submit={t(doubts.length > 0 ? "people.merge.confirmAll" : "people.merge.confirm")}
      cancel={t("people.merge.notTheSame")}
      onSubmit={() => merging.mutate(doubts.length > 0)}
      onCancel={onCancel}
      busy={merging.isPending}
      problem={problem}
      kept={t("people.merge.unchanged")}
      more={
        duplicate.fileId && (
          <Link
            className={pageStyles.link}
            to="/files/$fileId/merge"
            params={{ fileId: duplicate.fileId }}
            search={{ duplicate: kept.personId }}
          >
            {t("people.merge.swap")}
          </Link>
        )
      }
    >
      {doubts.length > 0 && (
        <ul className={styles.happens}>
          {doubts.map((doubt) => (
            <li key={doubt}>{t(`people.merge.doubts.${doubt}`)}</li>
          ))}
        </ul>
      )}
      <table className={styles.both}>
        <caption className="visually-hidden">{t("people.merge.compare")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">
              {t("people.merge.stays")}
              <span className="quiet personal">{fullName(kept)}</span>
            </th>
            <th scope="col">
              {t("people.merge.absorbed")}
              <span className="quiet personal">{fullName(duplicate)}</span>
              {!duplicate.fileId && <span className="quiet">{t("people.merge.noFile")}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {sideBySide(kept, duplicate).map((line) => (
            <ComparedLine key={line.field} line={line} />
          ))}
        </tbody>
      </table>
      <div>
        <h4>{t("people.merge.whatHappens")}</h4>
        <ul className={styles.happens}>
          <li>{t("people.merge.readTogether")}</li>
          {duplicate.fileId && <li>{t("people.merge.leadsTo")}</li>}
          <li>{t("people.merge.identityStays")}</li>
          <li>{t("people.merge.until")}</li>
        </ul>
      </div>
    </PanelForm>
  );
}

function ComparedLine({ line: { field, kept, duplicate, differs } }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        {t(`person.${field}`)}
        {differs && <span className="quiet">, {t("people.merge.differs")}</span>}
      </th>
      <td data-label={t("people.merge.stays")}>
        <Value field={field} value={kept} />
      </td>
      <td data-label={t("people.merge.absorbed")}>
        <Value field={field} value={duplicate} />
      </td>
    </tr>
  );
}

function Value({ field, value }: { field: Line["field"]; value: string }) {
  const { t } = useTranslation();
  const { birthInFull } = useBirthWords();
  if (value === "") {
    return <span className="quiet">{t("people.identity.nothing")}</span>;
  }
  const said =
    field === "birthDate"
      ? birthInFull(value)
      : field === "householdType"
        ? t(`person.households.${value as "alone"}`)
        : value;
  return <span className="personal">{said}</span>;
}
