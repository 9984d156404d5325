import { useTranslation } from "react-i18next";
import { Count } from "../page/Count.tsx";
import { useFailedCount } from "./useFailed.ts";

/** How many messages wait for somebody, wherever the one who looks is. */
export function FailedCount() {
  const { t } = useTranslation();
  const count = useFailedCount();
  return <Count count={count} said={t("shell.failedCount", { count })} />;
}
