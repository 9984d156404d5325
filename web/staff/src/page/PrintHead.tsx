import { useTranslation } from "react-i18next";
import { inFull, momentInFull } from "../dates/days.ts";
import { useMe } from "../shell/session.tsx";
import shellStyles from "../shell/shell.module.css";
import { currentLanguage } from "../words/language.ts";

/** On paper only: what this sheet is, who printed it and when, and until when it may be kept. */
export function PrintHead({
  subject,
  destroyBefore,
}: {
  subject: string;
  destroyBefore?: string | undefined;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const language = currentLanguage();
  return (
    <div className={`print-only ${shellStyles.printHead}`} aria-hidden>
      <div>
        {t("shell.agency")}, {subject}
      </div>
      <div>
        {t("shell.printedBy", { name: me.name, when: momentInFull(new Date().toISOString(), language) })}
      </div>
      {destroyBefore && (
        <strong>{t("shell.destroyBefore", { date: inFull(destroyBefore, language) })}</strong>
      )}
    </div>
  );
}
