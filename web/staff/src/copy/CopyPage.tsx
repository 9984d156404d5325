import { Button } from "@mantine/core";
import { IconFileTypePdf, IconJson } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Rereading } from "../api/copies.ts";
import { download } from "../api/download.ts";
import { asProblem } from "../api/problem.ts";
import { momentInFull } from "../dates/days.ts";
import { useOpenedFile } from "../file/opened.ts";
import formStyles from "../page/form.module.css";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { shortNumber } from "../person/names.ts";
import { announce } from "../shell/announcer.tsx";
import styles from "./copy.module.css";
import { RereadPart } from "./RereadPart.tsx";
import { useRereading } from "./useRereading.ts";

const IN_IT = [
  "identity",
  "household",
  "contacts",
  "assessments",
  "referrals",
  "consents",
  "reported",
  "readers",
] as const;
const MASKED = ["sources", "excepted", "others"] as const;

type Form = "pdf" | "json";
const MEDIA: Record<Form, string> = { pdf: "application/pdf", json: "application/json" };

/** Copie pour la personne (GDPR 15): reread first, what it says of others masked; then the document itself. */
export function CopyPage() {
  const { t } = useTranslation();
  const { fileId, person } = useOpenedFile();
  const reread = useRereading(person.personId);
  const taking = useMutation({
    mutationFn: (form: Form) =>
      download(
        `/api/cases/persons/${person.personId}/copy`,
        MEDIA[form],
        `lethe-copy-${shortNumber(fileId)}.${form}`,
      ),
    onSuccess: () => announce(t("people.copy.done")),
    // something was added since: back to the rereading
    onError: () => reread.refetch(),
  });
  const ready = reread.data?.confirmed?.current === true;
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">{t("people.copy.title")}</h2>
      <p className={formStyles.lead}>{t("people.copy.lead")}</p>
      {reread.error && <ProblemNotice problem={asProblem(reread.error)} />}
      {reread.isPending && <Waiting />}
      {reread.data && <Standing read={reread.data} />}
      {taking.error && <ProblemNotice problem={asProblem(taking.error)} />}
      <div className={`${pageStyles.actions} ${styles.take}`}>
        <Button
          disabled={!ready}
          onClick={() => taking.mutate("pdf")}
          loading={taking.isPending && taking.variables === "pdf"}
          leftSection={<IconFileTypePdf size={20} aria-hidden />}
        >
          {t("people.copy.pdf")}
        </Button>
        <Button
          variant="default"
          disabled={!ready}
          onClick={() => taking.mutate("json")}
          loading={taking.isPending && taking.variables === "json"}
          leftSection={<IconJson size={20} aria-hidden />}
        >
          {t("people.copy.json")}
        </Button>
      </div>
      {reread.data && <RereadPart personId={person.personId} read={reread.data} />}
      <Notice kind="info">
        <p>{t("people.copy.reread")}</p>
      </Notice>
      <div className={styles.halves}>
        <section aria-labelledby="in-it">
          <h3 id="in-it">{t("people.copy.inIt")}</h3>
          <ul>
            {IN_IT.map((what) => (
              <li key={what}>{t(`people.copy.contains.${what}`)}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="masked">
          <h3 id="masked">{t("people.copy.masked")}</h3>
          <ul>
            {MASKED.map((what) => (
              <li key={what}>{t(`people.copy.hides.${what}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <p className="quiet">{t("people.copy.journal")}</p>
    </section>
  );
}

/** Whether it can be handed over. */
function Standing({ read }: { read: Rereading }) {
  const { t, i18n } = useTranslation();
  const { confirmed } = read;
  if (!confirmed) {
    return (
      <Notice kind="info">
        <p>{t("people.copy.unread")}</p>
      </Notice>
    );
  }
  const date = momentInFull(confirmed.at, i18n.language);
  return (
    <Notice kind={confirmed.current ? "done" : "trouble"}>
      <p>
        {confirmed.current
          ? t("people.copy.ready", { name: confirmed.by.name ?? "–", date })
          : t("people.copy.stale", { date })}
      </p>
    </Notice>
  );
}
