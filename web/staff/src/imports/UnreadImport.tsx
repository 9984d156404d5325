import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { Notice } from "../page/Notice.tsx";
import { useProblemWords } from "../page/problemWords.ts";

/** Why a file was not even tried, and where to look: the line of a quote left open, the places of columns. */
export function UnreadImport({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const words = useProblemWords(problem);
  const { line, missing, unknownPlaces } = problem.facts;
  return (
    <Notice kind="trouble" title={words.title} takesFocus>
      <p>{words.text}</p>
      {line !== undefined && <p>{t("imports.openedOn", { line })}</p>}
      {missing && missing.length > 0 && (
        <p>
          {t("imports.missing", {
            columns: missing.map((column) => t(`imports.titles.${column as "reference"}`)).join(", "),
          })}
        </p>
      )}
      {unknownPlaces && unknownPlaces.length > 0 && (
        <p>{t("imports.unknown", { places: unknownPlaces.join(", "), count: unknownPlaces.length })}</p>
      )}
    </Notice>
  );
}
