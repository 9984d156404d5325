import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import type { CaseFile, WithdrawnContact } from "../api/types.ts";
import { inFull } from "../dates/days.ts";
import { isRewritable } from "../file/rights.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./contact.module.css";
import { holdEntry } from "./hold.ts";

/** A contact was here: who took it back, when it is gone for good, and until then the way back. */
export function WithdrawnBody({ file, gap }: { file: CaseFile; gap: WithdrawnContact }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const language = currentLanguage();
  const { fileId } = file;
  const { contactId, restorable } = gap;

  async function restore() {
    setBusy(true);
    setProblem(undefined);
    try {
      await answered(
        client.DELETE("/api/cases/files/{fileId}/contacts/{contactId}/withdrawal", {
          params: { path: { fileId, contactId } },
        }),
      );
      announce(t("contact.withdrawn.restored"));
      await cache.invalidateQueries({ queryKey: ["file"] });
      holdEntry(contactId);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <>
      <p className={styles.gap}>
        {t(restorable ? "contact.withdrawn.until" : "contact.withdrawn.gone", {
          on: inFull(gap.withdrawnOn, language),
          name: gap.withdrawnBy.name ?? t("file.unnamed"),
          erasedOn: inFull(gap.erasedOn, language),
        })}{" "}
        {restorable && isRewritable(file) && (
          <button
            type="button"
            className={`${pageStyles.link} screen-only`}
            disabled={busy}
            onClick={restore}
          >
            {t("contact.withdrawn.restore")}
          </button>
        )}
      </p>
      {problem && <ProblemNotice problem={problem} title={t("contact.withdrawn.notRestored")} />}
    </>
  );
}
