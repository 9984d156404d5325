import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Information } from "../api/reported.ts";
import { useMe } from "../shell/session.tsx";
import { markOf, standingOf } from "./standing.ts";

/** Beside the date: what is late, in red and in words, or that it was dismissed. */
export function InformationMark({ information }: { information: Information }) {
  const { t } = useTranslation();
  const { today } = useMe();
  switch (markOf(standingOf(information, today), information.state)) {
    case "noticeLate":
      return <Late words={t("reported.notice.mark.late")} />;
    case "reviewLate":
      return <Late words={t("reported.review.mark.late")} />;
    case "dismissed":
      return <span>{t("reported.review.mark.dismissed")}</span>;
    default:
      return null;
  }
}

function Late({ words }: { words: string }) {
  return (
    <span className="late">
      <IconAlertTriangle size={17} aria-hidden className="icon" /> {words}
    </span>
  );
}
