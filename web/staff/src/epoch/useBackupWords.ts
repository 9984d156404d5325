import { useTranslation } from "react-i18next";
import type { Epochs } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import { currentLanguage } from "../words/language.ts";

type Recoverable = Epochs["recoverable"][number];
/** As the page of the epochs, and that of an erasure, are told it. */
type Window = { [member in "waitsFor" | "until"]?: Recoverable[member] | null } & Pick<
  Recoverable,
  "copiesAt"
>;

/** A rotation takes its time: what is due is not late at once. */
const PATIENCE_MS = 10 * 60_000;

/** Says until when what was removed can still be recovered from backups, or why nobody can say. */
export function useBackupWords() {
  const { t } = useTranslation();
  return ({ waitsFor, until, copiesAt }: Window): string => {
    const copies = { count: copiesAt.length, places: copiesAt.join(", ") };
    if (!until) {
      return waitsFor === "escrow"
        ? t("erasure.inBackups.escrow", copies)
        : t(`erasure.inBackups.waitsFor.${waitsFor ?? "rotation"}`);
    }
    const when = momentInFull(until, currentLanguage());
    if (Date.parse(until) + PATIENCE_MS < Date.now()) {
      return t("erasure.inBackups.overdue", { when });
    }
    return copies.count > 0
      ? t("erasure.inBackups.untilWithCopies", { when, ...copies })
      : t("erasure.inBackups.until", { when });
  };
}
