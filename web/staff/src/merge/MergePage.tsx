import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Found } from "../api/types.ts";
import { useOpenedFile } from "../file/opened.ts";
import formStyles from "../page/form.module.css";
import { ProblemNotice } from "../page/Notice.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { usePerson } from "../person/usePerson.ts";
import { PersonSearch } from "../search/PersonSearch.tsx";
import { Merged } from "./Merged.tsx";
import { MergeForm } from "./MergeForm.tsx";

/** Réunir deux fiches: the other record is found, both are compared, and what happens is said before it does. */
export function MergePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { fileId, person } = useOpenedFile();
  const { duplicate } = useSearch({ from: "/files/$fileId/merge" });
  const kept = usePerson(person.personId);
  const other = usePerson(duplicate);
  const problem = kept.error ?? other.error;

  function choose(found: Found | null) {
    navigate({
      to: "/files/$fileId/merge",
      params: { fileId },
      search: found ? { duplicate: found.personId } : {},
      replace: true,
    });
  }

  return (
    <section aria-labelledby="merge">
      <h2 id="merge">{t("people.merge.title")}</h2>
      <p className={formStyles.lead}>{t("people.merge.lead")}</p>
      {problem && <ProblemNotice problem={asProblem(problem)} />}
      {kept.isPending && <Waiting />}
      {kept.data && !duplicate && (
        <div className={formStyles.section}>
          <PersonSearch
            id="duplicate-search"
            label={t("people.merge.find")}
            description={t("people.merge.findHelp")}
            without={[person.personId]}
            onChoose={choose}
          />
        </div>
      )}
      {duplicate && other.isPending && <Waiting />}
      {kept.data && duplicate && other.data && (
        <MergeForm key={duplicate} kept={kept.data} duplicate={other.data} onCancel={() => choose(null)} />
      )}
      {kept.data && (kept.data.duplicates ?? []).length > 0 && <Merged person={kept.data} />}
    </section>
  );
}
