import { useTranslation } from "react-i18next";
import type { WaitsFor } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import { currentLanguage } from "../words/language.ts";

/** Says until when what was removed can still be recovered from backups, or why nobody can say. */
export function useBackupWords() {
  const { t } = useTranslation();
  return (waitsFor: WaitsFor | null | undefined, until: string | null | undefined): string => {
    if (until) {
      const late = Date.parse(until) < Date.now();
      return t(late ? "erasure.inBackups.overdue" : "erasure.inBackups.until", {
        when: momentInFull(until, currentLanguage()),
      });
    }
    return t(`erasure.inBackups.waitsFor.${waitsFor ?? "rotation"}`);
  };
}
