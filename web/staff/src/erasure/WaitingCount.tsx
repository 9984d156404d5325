import { useTranslation } from "react-i18next";
import { useMe } from "../shell/session.tsx";
import { useErasures } from "./useErasures.ts";
import { toApprove } from "./waiting.ts";

/** How many requests wait for the one who looks, wherever they are. */
export function WaitingCount() {
  const { t } = useTranslation();
  const me = useMe();
  const count = toApprove(useErasures().data?.items ?? [], me.id).length;
  return count > 0 ? (
    <strong>
      <span aria-hidden>({count})</span>
      <span className="visually-hidden">{t("erasure.waiting", { count })}</span>
    </strong>
  ) : null;
}
