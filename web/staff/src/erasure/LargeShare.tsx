import { useTranslation } from "react-i18next";
import type { Together } from "../api/types.ts";
import { usePercent } from "./percent.ts";

/** How much this erasure takes with all others of its time, when that is more than usual. */
export function LargeShare({ share, own }: { share?: Together | null; own: number }) {
  const { t } = useTranslation();
  const percent = usePercent();
  if (!share?.toConfirm) {
    return null;
  }
  const others = share.persons - own;
  return (
    <p className="late">
      {t("erasure.request.large", { share: percent(share.shareOfBase) })}
      {others > 0 && ` ${t("erasure.request.largeOthers", { own, count: others })}`}
    </p>
  );
}
