import { useTranslation } from "react-i18next";
import type { Confirmation, Erasure } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./erasure.module.css";
import { ServiceName } from "./ServiceName.tsx";

/** Suivi: keys removed so far, and which service has confirmed what; before that, for whom the removal waits. */
export function Follow({ erasure: { progress, state, takenUp } }: { erasure: Erasure }) {
  const { t } = useTranslation();
  if (!progress) {
    return null;
  }
  const removing = state !== "suspended";
  const services = [
    ...new Set([...progress.confirmations.map((one) => one.by), ...progress.awaiting, ...progress.late]),
  ].sort();
  const remaining = progress.total - progress.removed - progress.droppedOut.length;
  return (
    <section className={styles.section}>
      <h2 id="follow">{t("erasure.follow.title")}</h2>
      {removing && (
        <p>
          <label htmlFor="removed">
            {t("erasure.follow.progress", { done: progress.removed, total: progress.total })}
            {remaining > 0 && `, ${t("erasure.follow.remaining", { count: remaining })}`}
          </label>
          <progress id="removed" className={styles.progress} max={progress.total} value={progress.removed} />
        </p>
      )}
      {!removing && services.length > 0 && <p>{t("erasure.follow.waits")}</p>}
      {services.length > 0 && (
        <table className={styles.table} aria-labelledby="follow">
          <thead>
            <tr>
              <th scope="col">{t("erasure.follow.service")}</th>
              <th scope="col">{t("erasure.follow.suspended")}</th>
              {removing && <th scope="col">{t("erasure.follow.purged")}</th>}
              {removing && <th scope="col">{t("erasure.follow.pruned")}</th>}
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <tr key={service}>
                <th scope="row">
                  <ServiceName code={service} />
                </th>
                {takenUp || progress.late.includes(service) ? (
                  <td>{t(takenUp ? "erasure.follow.unknown" : "erasure.follow.late")}</td>
                ) : (
                  <Confirmed confirmations={progress.confirmations} by={service} phase="suspended" />
                )}
                {removing && <Confirmed confirmations={progress.confirmations} by={service} phase="purged" />}
                {removing && <Confirmed confirmations={progress.confirmations} by={service} phase="pruned" />}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface ConfirmedProps {
  confirmations: Confirmation[];
  by: string;
  phase: Confirmation["phase"];
}

function Confirmed({ confirmations, by, phase }: ConfirmedProps) {
  const { t } = useTranslation();
  const times = confirmations.filter((one) => one.by === by && one.phase === phase).map((one) => one.at);
  const latest = times.sort().at(-1);
  return (
    <td>
      {latest ? (
        momentInFull(latest, currentLanguage())
      ) : (
        <span className="quiet">{t("erasure.follow.awaited")}</span>
      )}
    </td>
  );
}
