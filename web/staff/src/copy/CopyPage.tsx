import { Button } from "@mantine/core";
import { IconFileTypePdf, IconJson } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartAsked, Rereading } from "../api/copies.ts";
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
import { type Form, PartsList } from "./PartsList.tsx";
import { RereadPart } from "./RereadPart.tsx";
import { isDividedAnew, useRereading } from "./useRereading.ts";

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

const MEDIA: Record<Form, string> = { pdf: "application/pdf", json: "application/json" };

interface Taken {
  form: Form;
  asked?: PartAsked;
}

/** Copie pour la personne (GDPR 15): reread first, what it says of others masked; then the document itself, or its parts. */
export function CopyPage() {
  const { t } = useTranslation();
  const { fileId, person } = useOpenedFile();
  const [asked, setAsked] = useState<PartAsked>();
  const [isAnew, setAnew] = useState(false);
  const reread = useRereading(person.personId, asked);
  const taking = useMutation({
    mutationFn: ({ form, asked: part }: Taken) =>
      download(
        `/api/cases/persons/${person.personId}/copy${part ? `?part=${part.part}&division=${part.division}` : ""}`,
        MEDIA[form],
        `lethe-copy-${shortNumber(fileId)}${part ? `-${part.part}` : ""}.${form}`,
      ),
    onSuccess: () => announce(t("people.copy.done")),
    // something was added since: back to the rereading
    onError: (error) => (isDividedAnew(error) ? divideAnew() : reread.refetch()),
  });
  const read = reread.data;
  const parts = read?.parts;
  const ready = read?.confirmed?.current === true;
  const takes = (form: Form) => taking.isPending && taking.variables.form === form && !taking.variables.asked;

  function divideAnew() {
    setAnew(true);
    if (!asked) {
      return reread.refetch();
    }
    setAsked(undefined);
    return undefined;
  }
  useEffect(() => {
    if (asked && isDividedAnew(reread.error)) {
      setAnew(true);
      setAsked(undefined);
    }
  }, [asked, reread.error]);

  return (
    <section aria-labelledby="copy">
      <h2 id="copy">{t("people.copy.title")}</h2>
      <p className={formStyles.lead}>{t("people.copy.lead")}</p>
      {reread.error && !isDividedAnew(reread.error) && <ProblemNotice problem={asProblem(reread.error)} />}
      {isAnew && (
        <Notice kind="trouble">
          <p>{t("people.copy.parts.anew")}</p>
        </Notice>
      )}
      {reread.isPending && <Waiting />}
      {read && !parts && <Standing read={read} />}
      {taking.error && !isDividedAnew(taking.error) && <ProblemNotice problem={asProblem(taking.error)} />}
      {parts && (
        <PartsList
          parts={parts}
          busy={reread.isFetching}
          taking={taking.isPending ? taking.variables : undefined}
          onRead={(part) => {
            setAnew(false);
            setAsked({ part, division: parts.division });
          }}
          onTake={(part, form) => taking.mutate({ form, asked: { part, division: parts.division } })}
        />
      )}
      {!parts && (
        <div className={`${pageStyles.actions} ${styles.take}`}>
          <Button
            disabled={!ready}
            onClick={() => taking.mutate({ form: "pdf" })}
            loading={takes("pdf")}
            leftSection={<IconFileTypePdf size={20} aria-hidden />}
          >
            {t("people.copy.pdf")}
          </Button>
          <Button
            variant="default"
            disabled={!ready}
            onClick={() => taking.mutate({ form: "json" })}
            loading={takes("json")}
            leftSection={<IconJson size={20} aria-hidden />}
          >
            {t("people.copy.json")}
          </Button>
        </div>
      )}
      {reread.isPlaceholderData && <Waiting />}
      {read && !reread.isPlaceholderData && (
        <RereadPart key={parts?.number} personId={person.personId} read={read} asked={asked} />
      )}
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
