import { useTranslation } from "react-i18next";
import { momentInFull } from "../dates/days.ts";
import styles from "../erasure/erasure.module.css";
import pageStyles from "../page/page.module.css";
import { currentLanguage } from "../words/language.ts";
import type { Failed } from "./useFailed.ts";
import { useFailedWords } from "./words.ts";

/** How those ended that wait for nobody any more, the newest first. */
export function EndedTable({ messages }: { messages: Failed[] }) {
  const { t } = useTranslation();
  const words = useFailedWords();
  const endOf = (message: Failed) => message.endedAt ?? message.since;
  if (messages.length === 0) {
    return null;
  }
  return (
    <div className={pageStyles.tableScroll}>
      <table className={styles.table} aria-labelledby="failed-list">
        <thead>
          <tr>
            <th scope="col">{t("failed.what")}</th>
            <th scope="col">{t("failed.where")}</th>
            <th scope="col">{t("failed.why")}</th>
            <th scope="col">{t("failed.how")}</th>
            <th scope="col">{t("failed.endedOn")}</th>
          </tr>
        </thead>
        <tbody>
          {[...messages]
            .sort((a, b) => endOf(b).localeCompare(endOf(a)))
            .map((message) => (
              <tr key={message.id}>
                <th scope="row">{words.event(message.eventType)}</th>
                <td>{words.service(message.domain)}</td>
                <td>{words.reason(message.code)}</td>
                <td>{t(`failed.states.${message.state}`)}</td>
                <td>{momentInFull(endOf(message), currentLanguage())}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
