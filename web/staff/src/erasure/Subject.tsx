import { useTranslation } from "react-i18next";
import type { Erasure } from "../api/types.ts";
import { dayBefore, inFull } from "../dates/days.ts";
import { currentLanguage } from "../words/language.ts";

/** What an erasure is about: a rule until a day, or persons chosen one by one. */
export function Subject({ erasure: { rule, dueBefore, preview } }: { erasure: Erasure }) {
  const { t } = useTranslation();
  if (!rule || !dueBefore) {
    return t("erasure.subjectSelected");
  }
  const label = preview?.byRule.find((share) => share.code === rule)?.label ?? rule;
  return t("erasure.subject", { rule: label, date: inFull(dayBefore(dueBefore), currentLanguage()) });
}
