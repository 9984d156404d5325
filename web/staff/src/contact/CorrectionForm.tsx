import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import type { CorrectionReason } from "../api/types.ts";
import { DayField } from "../dates/DayField.tsx";
import { SheetForm } from "../draft/SheetForm.tsx";
import { useDesk } from "../draft/useDesk.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { useMe } from "../shell/session.tsx";
import { BothWordings } from "./BothWordings.tsx";
import { Circumstances } from "./Circumstances.tsx";
import styles from "./contact.module.css";
import {
  asCorrection,
  type CorrectionDraft,
  correctionReasons,
  correctionSheet,
  troubleInCorrection,
} from "./correctionSheet.ts";

interface Props {
  fileId: string;
  person: string;
  draft: CorrectionDraft;
}

/** A new wording in place of the one in force, which stays in the contact's history. */
export function CorrectionForm({ fileId, person, draft }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const desk = useDesk(fileId, correctionSheet);
  const [attempt, setAttempt] = useState(0);
  const troubles = attempt > 0 ? troubleInCorrection(draft, today) : {};
  const said = {
    date: troubles.date && t(`contact.${troubles.date}`),
    text: troubles.text && t(`contact.${troubles.text}`),
    reason: troubles.reason && t(`contact.${troubles.reason}`),
  };
  const edit = (change: Partial<CorrectionDraft>) => desk.act({ do: "edit", change });
  const overtaken = desk.writing.refusal?.code === "edited-meanwhile";

  function submit() {
    const found = troubleInCorrection(draft, today);
    if (Object.keys(found).length > 0) {
      setAttempt((last) => last + 1);
      return;
    }
    desk.send(async (correction) => {
      const { contactId } = correction;
      const { revisionId } = await answered(
        client.PUT("/api/cases/files/{fileId}/contacts/{contactId}", {
          params: { path: { fileId, contactId } },
          body: asCorrection(correction),
        }),
      );
      return revisionId;
    });
  }

  return (
    <SheetForm
      fileId={fileId}
      desk={desk}
      sheet={correctionSheet}
      title={t("contact.correct")}
      level={4}
      firstField="correction-text"
      onSubmit={submit}
      answersItself={overtaken}
    >
      {overtaken && (
        <BothWordings
          fileId={fileId}
          draft={draft}
          onSeen={(revisionId) => edit({ revisionId })}
          onMine={submit}
          onTheirs={() => desk.act({ do: "discard" })}
        />
      )}
      <ErrorSummary
        attempt={attempt}
        troubles={(["date", "text", "reason"] as const).flatMap((field) =>
          said[field] ? [{ field: `correction-${field}`, text: said[field] }] : [],
        )}
      />
      <DayField
        id="correction-date"
        label={t("contact.date")}
        className={styles.date}
        value={draft.date}
        max={today}
        error={said.date}
        onChange={(day) => edit({ date: day })}
      />
      <Textarea
        id="correction-text"
        label={t("contact.text")}
        classNames={{ input: `personal ${styles.text}` }}
        autosize
        minRows={4}
        spellCheck
        value={draft.text}
        error={said.text}
        onChange={(event) => edit({ text: event.currentTarget.value })}
      />
      <Circumstances prefix="correction" draft={draft} onEdit={edit} person={person} />
      <div className={styles.pair}>
        <NativeSelect
          id="correction-reason"
          label={t("contact.reason")}
          value={draft.reason}
          error={said.reason}
          onChange={(event) => edit({ reason: event.currentTarget.value as CorrectionReason | "" })}
          data={[
            { value: "", label: t("contact.reasons.choose") },
            ...correctionReasons.map((reason) => ({ value: reason, label: t(`contact.reasons.${reason}`) })),
          ]}
        />
        <TextInput
          id="correction-reasonText"
          label={t("contact.reasonText")}
          classNames={{ input: "personal" }}
          autoComplete="off"
          value={draft.reasonText}
          onChange={(event) => edit({ reasonText: event.currentTarget.value })}
        />
      </div>
    </SheetForm>
  );
}
