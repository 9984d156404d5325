import { useTranslation } from "react-i18next";
import { signInAddress } from "./signInAddress.ts";

/** Signing in again in another tab keeps what is written in this one. */
export function SignInAgain() {
  const { t } = useTranslation();
  return (
    <p>
      <a href={signInAddress()} target="_blank" rel="noopener">
        {t("problem.signInAgain")}
      </a>
    </p>
  );
}
