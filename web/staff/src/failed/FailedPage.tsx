import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "../erasure/erasure.module.css";
import { Notice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { EndedTable } from "./EndedTable.tsx";
import { FailedList } from "./FailedList.tsx";
import { useFailed } from "./useFailed.ts";
import { useFailedWords } from "./words.ts";

/** Messages en échec: what could not be applied, to be applied again or passed over. */
export function FailedPage() {
  const { t } = useTranslation();
  const { service } = useFailedWords();
  const navigate = useNavigate();
  const { ended = false } = useSearch({ from: "/failed-messages" });
  const { pending, messages, silent, longer } = useFailed(ended);
  if (pending) {
    return <Waiting />;
  }
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("failed.title")}</PageTitle>
        <p>{t("failed.lead")}</p>
      </div>
      {silent.map((domain) => (
        <Notice key={domain} kind="trouble">
          <p>{t("failed.silent", { service: service(domain) })}</p>
        </Notice>
      ))}
      <section className={styles.section} aria-labelledby="failed-list">
        <h2 id="failed-list">{t(ended ? "failed.ended" : "failed.open")}</h2>
        {longer.map(({ domain, total }) => (
          <p key={domain} className="quiet">
            {t("failed.more", { service: service(domain), count: total })}
          </p>
        ))}
        {ended ? <EndedTable messages={messages} /> : <FailedList messages={messages} />}
        {messages.length === 0 && silent.length === 0 && (
          <p>{t(ended ? "failed.noneEnded" : "failed.none")}</p>
        )}
      </section>
      <button
        type="button"
        className={pageStyles.link}
        onClick={() => navigate({ to: "/failed-messages", search: ended ? {} : { ended: true } })}
      >
        {t(ended ? "failed.showOpen" : "failed.showEnded")}
      </button>
    </>
  );
}
