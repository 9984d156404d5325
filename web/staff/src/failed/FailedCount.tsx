import { useTranslation } from "react-i18next";
import { useFailedCount } from "./useFailed.ts";

/** How many messages wait for somebody, wherever the one who looks is; nothing where there are none. */
export function FailedCount() {
  const { t } = useTranslation();
  const count = useFailedCount();
  return count > 0 ? (
    <strong>
      <span aria-hidden>({count})</span>
      <span className="visually-hidden">{t("shell.failedCount", { count })}</span>
    </strong>
  ) : null;
}
