import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { inFull } from "../dates/days.ts";
import { draftsEverywhere } from "../draft/everywhere.ts";
import { currentLanguage } from "../words/language.ts";

/** What waits in a file that is about to be closed, each with the way to where it is settled. */
export function StillOpen({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const due = useQuery({
    queryKey: ["due", fileId],
    queryFn: () => answered(client.GET("/api/cases/due", { params: { query: { fileId } } })),
    select: ({ items }) => items.filter(({ kind }) => kind !== "deadline" && kind !== "exceptional-access"),
  });
  const drafts = useQuery({ queryKey: ["drafts"], queryFn: draftsEverywhere, staleTime: 0, retry: false });
  const begun = drafts.data?.filter((one) => one.fileId === fileId) ?? [];
  if (!due.data) {
    return null;
  }
  if (due.data.length + begun.length === 0) {
    return <p>{t("unit.closing.nothingOpen")}</p>;
  }
  return (
    <section aria-labelledby="still-open">
      <h3 id="still-open">{t("unit.closing.stillOpen")}</h3>
      <p>{t("unit.closing.stillOpenText")}</p>
      <ul>
        {due.data.map(({ kind, recordId, on, late }) => (
          <li key={`${kind}-${recordId}`}>
            <Link to="/files/$fileId" params={{ fileId }} hash={recordId ?? ""}>
              {t(`home.dueKinds.${kind}`)}
            </Link>{" "}
            {t(late ? "unit.closing.late" : "unit.closing.by", { date: inFull(on.slice(0, 10), language) })}
          </li>
        ))}
        {begun.map(({ kind }) => (
          <li key={kind}>
            <Link to="/files/$fileId" params={{ fileId }} search={{ write: kind }}>
              {t(`draft.resume.${kind}`)}
            </Link>{" "}
            {t("unit.closing.draft")}
          </li>
        ))}
      </ul>
    </section>
  );
}
