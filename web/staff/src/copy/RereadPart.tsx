import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  MASK_REASONS,
  type MaskReason,
  type PartAsked,
  type Passage,
  type Rereading,
} from "../api/copies.ts";
import { asProblem } from "../api/problem.ts";
import { inFull } from "../dates/days.ts";
import formStyles from "../page/form.module.css";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { announce } from "../shell/announcer.tsx";
import { written } from "../words/written.ts";
import styles from "./copy.module.css";
import { PassageCard } from "./PassageCard.tsx";
import { type Act, useAct } from "./useRereading.ts";
import type { Range } from "./wholeCharacters.ts";

/** As many texts as are shown at a time. */
const AT_A_TIME = 50;

interface Props {
  personId: string;
  read: Rereading;
  /** As it was asked for. */
  asked: PartAsked | undefined;
}

/** Every text of the copy, or of a part of it, which is confirmed below the last of them. */
export function RereadPart({ personId, read, asked }: Props) {
  const { t, i18n } = useTranslation();
  const acting = useAct(personId, asked);
  const [shown, setShown] = useState(AT_A_TIME);
  const [reason, setReason] = useState<MaskReason>("private-life");
  const [words, setWords] = useState("");
  const waiting = sum(read, (passage) => passage.proposals.length + passage.stale.length);
  const masks = sum(read, (passage) => passage.masks.length);
  const { parts } = read;
  const rest = read.passages.length - shown;

  const act = (what: Act, said: string) => acting.mutate(what, { onSuccess: () => announce(said) });
  const decide = ({ place, digest }: Passage, { start, end }: Range, why?: MaskReason) =>
    act(
      {
        kind: "decide",
        decisionId: crypto.randomUUID(),
        decision: {
          place,
          digest,
          start,
          end,
          ...(why && { reason: why, ...(written(words) !== "" && { words: written(words) }) }),
        },
      },
      t(why ? "people.copy.masked1" : "people.copy.left1"),
    );
  const headingOf = ({ kind, date, author }: Passage) =>
    [t(`people.copy.kinds.${kind}`), date && inFull(date, i18n.language), author].filter(Boolean).join(", ");

  return (
    <section aria-labelledby="reread" className={styles.reread}>
      <h3 id="reread">
        {parts ? t("people.copy.parts.reread", { number: parts.number }) : t("people.copy.preview")}
      </h3>
      {read.passages.length === 0 ? (
        <p>{t("people.copy.empty")}</p>
      ) : (
        <>
          <p>{t("people.copy.previewLead")}</p>
          <div className={formStyles.choices}>
            <NativeSelect
              label={t("people.copy.reason")}
              data={MASK_REASONS.map((one) => ({ value: one, label: t(`people.copy.reasons.${one}`) }))}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value as MaskReason)}
            />
            <TextInput
              label={t("people.copy.words")}
              value={words}
              maxLength={500}
              classNames={{ input: "personal" }}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          </div>
        </>
      )}
      <ul className={styles.passages}>
        {read.passages.slice(0, shown).map((passage) => (
          <PassageCard
            key={passage.place}
            passage={passage}
            heading={headingOf(passage)}
            busy={acting.isPending}
            onMask={(range) => decide(passage, range, reason)}
            onLeave={(range) => decide(passage, range)}
            onTakeBack={(decisionId) => act({ kind: "takeBack", decisionId }, t("people.copy.restored"))}
          />
        ))}
      </ul>
      <p role="status">
        {waiting > 0 ? t("people.copy.waiting", { count: waiting }) : t("people.copy.settledAll")}{" "}
        {t("people.copy.masks", { count: masks })}
      </p>
      {acting.error && <ProblemNotice problem={asProblem(acting.error)} />}
      <div className={pageStyles.actions}>
        {rest > 0 ? (
          <Button variant="default" onClick={() => setShown((last) => last + AT_A_TIME)}>
            {t("people.copy.more", { count: rest })}
          </Button>
        ) : (
          <Button
            loading={acting.isPending && acting.variables.kind === "confirm"}
            onClick={() =>
              act(
                {
                  kind: "confirm",
                  fingerprint: read.fingerprint,
                  decisions: read.decisions,
                  ...(parts && { part: { part: parts.number, division: parts.division } }),
                },
                t(parts ? "people.copy.parts.confirmed" : "people.copy.confirmed"),
              )
            }
          >
            {parts ? t("people.copy.parts.confirm", { number: parts.number }) : t("people.copy.confirm")}
          </Button>
        )}
      </div>
    </section>
  );
}

function sum(read: Rereading, of: (passage: Passage) => number): number {
  return read.passages.reduce((all, passage) => all + of(passage), 0);
}
