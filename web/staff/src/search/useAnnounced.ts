import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../shell/announcer.tsx";

interface Answer {
  asked: boolean;
  settled: boolean;
  more: boolean;
}

/** Says aloud how many were found, and whether there are others. */
export function useAnnounced({ asked, settled, more }: Answer, count: number) {
  const { t } = useTranslation();
  useEffect(() => {
    if (asked && settled) {
      announce([t("search.count", { count }), more && t("search.more")].filter(Boolean).join(". "));
    }
  }, [asked, settled, more, count, t]);
}
