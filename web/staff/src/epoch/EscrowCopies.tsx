import { useTranslation } from "react-i18next";
import type { Epochs } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import styles from "../erasure/erasure.module.css";
import pageStyles from "../page/page.module.css";
import { currentLanguage } from "../words/language.ts";
import epochStyles from "./epoch.module.css";

type Copy = Epochs["escrow"][number];

/** Copies of epoch keys that lie apart: those that live or may, and, folded away, those that were destroyed. */
export function EscrowCopies({ epochs: { escrow, current } }: { epochs: Epochs }) {
  const { t } = useTranslation();
  const alive = escrow.filter((copy) => !copy.destroyedAt);
  const destroyed = escrow.filter((copy) => copy.destroyedAt).reverse();
  return (
    <>
      {alive.length === 0 ? (
        <p>{t("epoch.noCopies")}</p>
      ) : (
        <>
          <p>{t("epoch.escrowLead")}</p>
          <CopyTable copies={alive} current={current} labelledBy="escrow" />
        </>
      )}
      {destroyed.length > 0 && (
        <details className={epochStyles.destroyed}>
          <summary id="escrow-destroyed">{t("epoch.destroyedCopies", { count: destroyed.length })}</summary>
          <CopyTable copies={destroyed} current={current} labelledBy="escrow-destroyed" />
        </details>
      )}
    </>
  );
}

interface TableProps {
  copies: Copy[];
  current: number;
  labelledBy: string;
}

function CopyTable({ copies, current, labelledBy }: TableProps) {
  const { t } = useTranslation();
  return (
    <div className={pageStyles.tableScroll}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t("epoch.place")}</th>
            <th scope="col">{t("epoch.epoch")}</th>
            <th scope="col">{t("epoch.state")}</th>
          </tr>
        </thead>
        <tbody>
          {copies.map((copy) => (
            <tr key={`${copy.place} ${copy.epoch}`}>
              <th scope="row">{copy.place}</th>
              <td>{copy.epoch}</td>
              <td>
                <Standing copy={copy} current={current} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Standing({ copy, current }: { copy: Copy; current: number }) {
  const { t } = useTranslation();
  const { destroyedAt, lostAt, keptAt } = copy;
  const language = currentLanguage();
  if (destroyedAt) {
    return t("epoch.destroyedOn", { when: momentInFull(destroyedAt, language) });
  }
  if (lostAt) {
    return <span className="late">{t("epoch.lostOn", { when: momentInFull(lostAt, language) })}</span>;
  }
  const kept = keptAt ? t("epoch.keptOn", { when: momentInFull(keptAt, language) }) : t("epoch.notKept");
  if (copy.epoch < current) {
    return (
      <>
        {kept} <span className="late">{t("epoch.toDestroy")}</span>
      </>
    );
  }
  return keptAt ? kept : <span className="late">{kept}</span>;
}
