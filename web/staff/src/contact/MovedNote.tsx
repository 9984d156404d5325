import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import { useFileNames } from "../file/useFileNames.ts";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { fullName, shortNumber } from "../person/names.ts";
import { announce } from "../shell/announcer.tsx";
import { rememberMove, useMove } from "./moves.ts";

/** A contact has just left this file for another one: where to, and the way back. */
export function MovedNote({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const move = useMove(fileId);
  const person = useFileNames(move ? [move.toFileId] : []).get(move?.toFileId ?? "");
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  if (!move) {
    return null;
  }

  async function undo(toFileId: string, contactId: string) {
    setBusy(true);
    setProblem(undefined);
    try {
      await answered(
        client.POST("/api/cases/files/{fileId}/contacts/{contactId}/withdrawal", {
          params: { path: { fileId: toFileId, contactId } },
          body: { reason: "wrong-person", toFileId: fileId },
        }),
      );
      rememberMove(fileId, undefined);
      announce(t("contact.moved.undone"));
      await cache.invalidateQueries({ queryKey: ["file"] });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Notice kind="done" takesFocus>
      <p>
        {t("contact.moved.done")}{" "}
        <Link to="/files/$fileId" params={{ fileId: move.toFileId }}>
          {person ? (
            <>
              {t("contact.moved.openOf")} <span className="personal">{fullName(person)}</span>
            </>
          ) : (
            t("contact.moved.open", { number: shortNumber(move.toFileId) })
          )}
        </Link>{" "}
        <button
          type="button"
          className={pageStyles.link}
          disabled={busy}
          onClick={() => undo(move.toFileId, move.contactId)}
        >
          {t("contact.moved.undo")}
        </button>
      </p>
      {problem && <ProblemNotice problem={problem} />}
    </Notice>
  );
}
