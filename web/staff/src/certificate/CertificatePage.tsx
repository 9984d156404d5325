import { Button } from "@mantine/core";
import { IconDownload, IconFileTypePdf } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Trans, useTranslation } from "react-i18next";
import { download } from "../api/download.ts";
import { asProblem } from "../api/problem.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import { PrintHead } from "../page/PrintHead.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { saveAs } from "../page/saveAs.ts";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { useHasRole } from "../shell/session.tsx";
import styles from "./certificate.module.css";
import { Facts } from "./Facts.tsx";
import { statementOf } from "./statement.ts";
import { useCertificate } from "./useCertificates.ts";

/** One certificate: what it attests, the file to keep, and how to verify it without Lethe's servers. */
export function CertificatePage() {
  const { t } = useTranslation();
  const { certificateId } = useParams({ from: "/certificates/$certificateId" });
  const answer = useCertificate(certificateId);
  const sheet = useMutation({
    mutationFn: () =>
      download(
        `/api/retention/certificates/${certificateId}/document`,
        "application/pdf",
        `lethe-certificate-${shortNumber(certificateId)}.pdf`,
      ),
  });
  if (answer.isPending) {
    return <Waiting />;
  }
  if (!answer.data) {
    return <ProblemPage problem={asProblem(answer.error)} retry={() => answer.refetch()} />;
  }
  const statement = statementOf(answer.data);
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
      {sheet.error && <ProblemNotice problem={asProblem(sheet.error)} />}
      <h2>{t("certificate.facts")}</h2>
      <Facts statement={statement} erasure={<ErasureNumber erasureId={statement.erasureId} />} />
      <div className={pageStyles.actions}>
        <Button
          leftSection={<IconDownload size={19} aria-hidden />}
          onClick={() => saveAs(fileName, new Blob([answer.data], { type: "application/json" }))}
        >
          {t("certificate.download")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={19} aria-hidden />}
          loading={sheet.isPending}
          onClick={() => sheet.mutate()}
        >
          {t("certificate.sheet")}
        </Button>
      </div>
      <section className={styles.verify}>
        <h2>{t("certificate.verifyTitle")}</h2>
        <p>{t("certificate.verifyText")}</p>
        <pre className={styles.command}>
          <code>./lethe verify {fileName}</code>
        </pre>
        <p>
          <Trans
            i18nKey="certificate.verifyPage"
            // biome-ignore lint/a11y/useAnchorContent: the words stand in the sentence
            components={{ page: <a href="/verify" /> }}
          />
        </p>
      </section>
      <details className={`screen-only ${styles.document}`}>
        <summary>{t("certificate.document")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(JSON.parse(answer.data), null, 2)}</pre>
      </details>
    </>
  );
}

function ErasureNumber({ erasureId }: { erasureId: string }) {
  const followsErasures = useHasRole("retention-admin");
  return followsErasures ? (
    <Link to="/erasures/$erasureId" params={{ erasureId }}>
      {shortNumber(erasureId)}
    </Link>
  ) : (
    shortNumber(erasureId)
  );
}
