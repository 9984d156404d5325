import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import type { Duplicate, PersonRecord } from "../api/people.ts";
import { asProblem } from "../api/problem.ts";
import { inFull, unbrokenDistance } from "../dates/days.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { shortNumber } from "../person/names.ts";
import { announce } from "../shell/announcer.tsx";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./merge.module.css";

/** The records already united with this one, and until when that can be undone. */
export function Merged({ person }: { person: PersonRecord }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [undone, setUndone] = useState(0);
  useEffect(() => {
    if (undone > 0) {
      heading.current?.focus();
    }
  }, [undone]);
  const undoing = useMutation({
    mutationFn: (duplicateId: string) =>
      answered(
        client.DELETE("/api/cases/persons/{personId}/duplicates/{duplicateId}", {
          params: { path: { personId: person.personId, duplicateId } },
        }),
      ),
    onSuccess: () => {
      announce(t("people.merge.undone"));
      setUndone((last) => last + 1);
      for (const queryKey of [["person"], ["file"], ["files"], ["household"], ["search"]]) {
        cache.invalidateQueries({ queryKey });
      }
    },
  });
  return (
    <section className={styles.merged} aria-labelledby="merged">
      <h3 id="merged" ref={heading} tabIndex={-1}>
        {t("people.merge.already")}
      </h3>
      {undoing.error && <ProblemNotice problem={asProblem(undoing.error)} />}
      <ul>
        {(person.duplicates ?? []).map((duplicate) => (
          <MergedLine
            key={duplicate.personId}
            duplicate={duplicate}
            busy={undoing.isPending}
            onUndo={() => undoing.mutate(duplicate.personId)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  duplicate: Duplicate;
  busy: boolean;
  onUndo: () => void;
}

function MergedLine({ duplicate, busy, onUndo }: LineProps) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const { personId, fileId, undoUntil, settled } = duplicate;
  const number = shortNumber(fileId ?? personId);
  return (
    <li>
      <div>
        <p className="number">{t("people.merge.record", { number })}</p>
        <p className="quiet">
          {settled
            ? t("people.merge.settled")
            : t("people.merge.undoUntil", {
                date: inFull(undoUntil, language),
                distance: unbrokenDistance(today, undoUntil, language),
              })}
        </p>
      </div>
      {!settled && (
        <Button variant="default" size="xs" onClick={onUndo} loading={busy}>
          {t("people.merge.undo")}
          <span className="visually-hidden"> {t("people.merge.record", { number })}</span>
        </Button>
      )}
    </li>
  );
}
