import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import styles from "../erasure/erasure.module.css";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { CurrentEpoch } from "./CurrentEpoch.tsx";
import { EscrowCopies } from "./EscrowCopies.tsx";
import { Removed } from "./Removed.tsx";
import { useEpochs } from "./useEpochs.ts";

/** Clé d'époque: what backups still give back and until when, the key that decides it, and its copies. */
export function EpochsPage() {
  const { t } = useTranslation();
  const epochs = useEpochs();
  if (epochs.isPending) {
    return <Waiting />;
  }
  if (!epochs.data) {
    return <ProblemPage problem={asProblem(epochs.error)} retry={() => epochs.refetch()} />;
  }
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("epoch.title")}</PageTitle>
        <p>{t("epoch.lead")}</p>
      </div>
      <section className={styles.section} aria-labelledby="removed">
        <h2 id="removed">{t("epoch.removed")}</h2>
        <Removed epochs={epochs.data} />
      </section>
      <section className={styles.section} aria-labelledby="current">
        <h2 id="current">{t("epoch.now")}</h2>
        <CurrentEpoch epochs={epochs.data} />
      </section>
      <section className={styles.section} aria-labelledby="escrow">
        <h2 id="escrow">{t("epoch.escrow")}</h2>
        <EscrowCopies epochs={epochs.data} />
      </section>
    </>
  );
}
