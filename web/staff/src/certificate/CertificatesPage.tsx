import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { momentInFull } from "../dates/days.ts";
import tableStyles from "../erasure/erasure.module.css";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { useHasRole } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { useCertificates } from "./useCertificates.ts";

/** Certificats: one line for each erasure that went to its end. */
export function CertificatesPage() {
  const { t } = useTranslation();
  const certificates = useCertificates();
  const followsErasures = useHasRole("retention-admin");
  if (certificates.isPending) {
    return <Waiting />;
  }
  if (!certificates.data) {
    return <ProblemPage problem={asProblem(certificates.error)} retry={() => certificates.refetch()} />;
  }
  const { items } = certificates.data;
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("certificate.title")}</PageTitle>
        <p>{t("certificate.lead")}</p>
      </div>
      {items.length === 0 ? (
        <p>{t("certificate.empty")}</p>
      ) : (
        <div className={pageStyles.tableScroll}>
          <table className={tableStyles.table} aria-label={t("certificate.title")}>
            <thead>
              <tr>
                <th scope="col">{t("certificate.certificate")}</th>
                <th scope="col">{t("certificate.issued")}</th>
                <th scope="col">{t("certificate.erasure")}</th>
                <th scope="col" className={tableStyles.figure}>
                  {t("certificate.persons")}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ certificateId, issuedAt, erasureId, persons }) => (
                <tr key={certificateId}>
                  <th scope="row" className="number">
                    <Link to="/certificates/$certificateId" params={{ certificateId }}>
                      {shortNumber(certificateId)}
                    </Link>
                  </th>
                  <td>{momentInFull(issuedAt, currentLanguage())}</td>
                  <td className="number">
                    {followsErasures ? (
                      <Link to="/erasures/$erasureId" params={{ erasureId }}>
                        {shortNumber(erasureId)}
                      </Link>
                    ) : (
                      shortNumber(erasureId)
                    )}
                  </td>
                  <td className={tableStyles.figure}>{persons}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
