import { useTranslation } from "react-i18next";
import { Count } from "../page/Count.tsx";
import { useMe } from "../shell/session.tsx";
import { useErasures } from "./useErasures.ts";
import { toApprove } from "./waiting.ts";

/** How many requests wait for the one who looks, wherever they are. */
export function WaitingCount() {
  const { t } = useTranslation();
  const me = useMe();
  const count = toApprove(useErasures().data?.items ?? [], me.id).length;
  return <Count count={count} said={t("erasure.waiting", { count })} />;
}
