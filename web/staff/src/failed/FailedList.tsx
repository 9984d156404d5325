import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Replayed } from "../api/failed.ts";
import styles from "../erasure/erasure.module.css";
import { Notice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useOpening } from "../page/useOpening.ts";
import { useHasRole } from "../shell/session.tsx";
import { FailedEntry } from "./FailedEntry.tsx";
import { PassOverForm } from "./PassOverForm.tsx";
import type { Failed } from "./useFailed.ts";
import { useFailedWords } from "./words.ts";

/** What waits for somebody, the oldest first; and, once something was dealt with, what came of it. */
export function FailedList({ messages }: { messages: Failed[] }) {
  const { t } = useTranslation();
  const words = useFailedWords();
  const deals = useHasRole("retention-admin");
  const [outcome, setOutcome] = useState<Replayed>();
  const said = useRef<HTMLDivElement>(null);
  const asked = useRef<HTMLElement>(null);
  // what was dealt with leaves the list, and its buttons with it: who pressed one goes on at what came of it
  const { open, setOpen, close } = useOpening<Failed | undefined>(
    undefined,
    undefined,
    () => said.current ?? asked.current,
  );

  function passOver(message: Failed, button: HTMLElement) {
    setOutcome(undefined);
    asked.current = button;
    setOpen(message);
  }

  function dealtWith(came?: Replayed) {
    setOutcome(came);
    close();
  }

  return (
    <>
      {outcome && (
        <div ref={said} tabIndex={-1}>
          <Notice kind={outcome.code ? "trouble" : "done"}>
            <p>{words.outcome(outcome)}</p>
          </Notice>
        </div>
      )}
      {open && <PassOverForm key={open.id} message={open} onClose={dealtWith} />}
      {messages.length > 0 && (
        <div className={pageStyles.tableScroll}>
          <table className={styles.table} aria-labelledby="failed-list">
            <thead>
              <tr>
                <th scope="col">{t("failed.what")}</th>
                <th scope="col">{t("failed.about")}</th>
                <th scope="col">{t("failed.where")}</th>
                <th scope="col">{t("failed.why")}</th>
                <th scope="col">{t("failed.since")}</th>
                {deals && (
                  <td>
                    <span className="visually-hidden">{t("failed.replay")}</span>
                  </td>
                )}
              </tr>
            </thead>
            <tbody>
              {[...messages]
                .sort((a, b) => a.since.localeCompare(b.since))
                .map((message) => (
                  <FailedEntry
                    key={message.id}
                    message={message}
                    {...(deals && {
                      acts: {
                        onReplayed: dealtWith,
                        onPassOver: (button: HTMLElement) => passOver(message, button),
                      },
                    })}
                  />
                ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
