import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FileRow } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import { useFileNames } from "../file/useFileNames.ts";
import { fullName, shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./draft.module.css";
import { draftsEverywhere } from "./everywhere.ts";
import { KEPT_MS } from "./vault.ts";

/**
 * Texts begun and not saved, here or on another workstation. Each with the name of its person.
 */
export function DraftsToResume({ rows }: { rows: readonly Pick<FileRow, "fileId" | "person">[] }) {
  const { t } = useTranslation();
  const drafts = useQuery({ queryKey: ["drafts"], queryFn: draftsEverywhere, staleTime: 0, retry: false });
  const language = currentLanguage();
  const names = useFileNames(drafts.data?.map(({ fileId }) => fileId) ?? [], rows);
  if (!drafts.data || drafts.data.length === 0) {
    return null;
  }
  return (
    <section className={styles.resume} aria-labelledby="drafts">
      <h2 id="drafts">{t("draft.resume.title")}</h2>
      <ul>
        {drafts.data.map(({ fileId, kind, savedAt }) => {
          const person = names.get(fileId);
          const until = new Date(Date.parse(savedAt) + KEPT_MS).toISOString();
          return (
            <li key={`${fileId}-${kind}`}>
              <Link to="/files/$fileId" params={{ fileId }} search={{ write: kind }}>
                {t(`draft.resume.${kind}`)}
                {", "}
                {person ? (
                  <span className="personal">{fullName(person)}</span>
                ) : (
                  t("draft.resume.file", { number: shortNumber(fileId) })
                )}
              </Link>{" "}
              <span className="quiet">
                {t("draft.resume.kept", { moment: momentInFull(until, language) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
