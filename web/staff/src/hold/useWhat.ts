import { useTranslation } from "react-i18next";
import type { Hold } from "../api/types.ts";
import { shortNumber } from "../person/names.ts";

/** What a hold is about, in a few words and without a name. */
export function useWhat(): (hold: Hold) => string {
  const { t } = useTranslation();
  return (hold) =>
    hold.personId
      ? t("hold.person", { number: shortNumber(hold.personId) })
      : (hold.unitLabel ?? hold.ruleLabel ?? "");
}
