import { useTranslation } from "react-i18next";

/** Writes a share as a percentage, to one decimal when small. */
export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation();
  return (share) =>
    new Intl.NumberFormat(i18n.language, {
      style: "percent",
      maximumFractionDigits: share < 0.1 ? 1 : 0,
    }).format(share);
}
