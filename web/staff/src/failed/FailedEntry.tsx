import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Replayed } from "../api/failed.ts";
import { asProblem } from "../api/problem.ts";
import { momentInFull } from "../dates/days.ts";
import styles from "../erasure/erasure.module.css";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import failedStyles from "./failed.module.css";
import { type Failed, useDealing } from "./useFailed.ts";
import { useFailedWords } from "./words.ts";

interface Props {
  message: Failed;
  /** Absent for who only reads. */
  acts?: { onReplayed: (outcome: Replayed) => void; onPassOver: (button: HTMLElement) => void };
}

/** One message that failed: what, about whom, why, and what it holds by name. */
export function FailedEntry({ message, acts }: Props) {
  const { t } = useTranslation();
  const words = useFailedWords();
  const replay = useDealing(message, "replay");
  const number = shortNumber(message.id);
  return (
    <tr>
      <th scope="row">
        {words.event(message.eventType)} <span className="quiet number">{number}</span>
        <details>
          <summary>{t("failed.holds")}</summary>
          <ul className={failedStyles.holds}>
            {message.contents.map((member) => (
              <li key={member.name}>
                {member.name} :{" "}
                <span className="number">{member.id ?? t(`failed.contents.${member.kind}`)}</span>
              </li>
            ))}
            <li className="quiet">
              {t("failed.place", {
                topic: message.topic,
                partition: message.partition,
                offset: message.offset,
              })}
            </li>
          </ul>
        </details>
      </th>
      <td className="number">{message.subject ? shortNumber(message.subject) : t("failed.nobody")}</td>
      <td>{words.service(message.domain)}</td>
      <td>
        {words.reason(message.code)}
        <br />
        <span className="quiet">
          {t("failed.tries", { count: message.tries })}
          {message.behind > 0 && `, ${t("failed.behind", { count: message.behind })}`}
        </span>
        {replay.error && <ProblemNotice problem={asProblem(replay.error)} />}
      </td>
      <td>{momentInFull(message.triedAt ?? message.since, currentLanguage())}</td>
      {acts && (
        <td className={styles.rowAction}>
          <Button
            variant="default"
            aria-label={t("failed.replayLong", { number })}
            loading={replay.isPending}
            onClick={() => replay.mutate(undefined, { onSuccess: acts.onReplayed })}
          >
            {t("failed.replay")}
          </Button>{" "}
          <button
            type="button"
            className={pageStyles.link}
            aria-label={t("failed.passOverLong", { number })}
            onClick={(event) => acts.onPassOver(event.currentTarget)}
          >
            {t("failed.passOver")}
          </button>
        </td>
      )}
    </tr>
  );
}
