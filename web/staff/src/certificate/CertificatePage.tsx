import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import { PrintHead } from "../page/PrintHead.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { saveAs } from "../page/saveAs.ts";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import styles from "./certificate.module.css";
import { Facts } from "./Facts.tsx";
import { statementOf } from "./statement.ts";
import { useCertificate } from "./useCertificates.ts";

/** One certificate: what it attests, the file to keep, and how to verify it without Lethe's servers. */
export function CertificatePage() {
  const { t } = useTranslation();
  const { certificateId } = useParams({ from: "/certificates/$certificateId" });
  const answer = useCertificate(certificateId);
  if (answer.isPending) {
    return <Waiting />;
  }
  if (!answer.data) {
    return <ProblemPage problem={asProblem(answer.error)} retry={() => answer.refetch()} />;
  }
  const number = shortNumber(certificateId);
  const fileName = `lethe-certificate-${number}.json`;
  return (
    <>
      <PrintHead subject={t("certificate.oneTitle", { number })} />
      <div className={pageStyles.heading}>
        <PageTitle>{t("certificate.oneTitle", { number })}</PageTitle>
        {/* whole, since who verifies it offline looks for this very number */}
        <p className="quiet number">{certificateId}</p>
      </div>
      <h2>{t("certificate.facts")}</h2>
      <Facts statement={statementOf(answer.data)} />
      <div className={pageStyles.actions}>
        <Button
          leftSection={<IconDownload size={19} aria-hidden />}
          onClick={() => saveAs(fileName, new Blob([answer.data], { type: "application/json" }))}
        >
          {t("certificate.download")}
        </Button>
      </div>
      <section className={styles.verify}>
        <h2>{t("certificate.verifyTitle")}</h2>
        <p>{t("certificate.verifyText")}</p>
        <pre className={styles.command}>
          <code>./lethe verify {fileName}</code>
        </pre>
      </section>
      <details className={`screen-only ${styles.document}`}>
        <summary>{t("certificate.document")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(JSON.parse(answer.data), null, 2)}</pre>
      </details>
    </>
  );
}
