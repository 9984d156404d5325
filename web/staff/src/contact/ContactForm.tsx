import { Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { under } from "../api/sentOnce.ts";
import type { CaseFile } from "../api/types.ts";
import { DayField } from "../dates/DayField.tsx";
import { SheetForm } from "../draft/SheetForm.tsx";
import { type Desk, useDesk } from "../draft/useDesk.ts";
import { useRewriting } from "../file/opened.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { useMe } from "../shell/session.tsx";
import { Circumstances } from "./Circumstances.tsx";
import { chooseFor, chosenFor, takeFor, useChosen } from "./chosen.ts";
import styles from "./contact.module.css";
import { asNewContact, type ContactDraft, contactSheet, troubleIn } from "./contactSheet.ts";
import { FilesField } from "./FilesField.tsx";
import { uploadAll } from "./uploads.ts";

/** Nouveau contact: a day and a text; the rest below, quietly, if it matters. */
export function ContactForm({ fileId }: { fileId: string }) {
  const desk = useDesk(fileId, contactSheet);
  return desk.writing.draft && <Fields fileId={fileId} desk={desk} draft={desk.writing.draft} />;
}

interface FieldsProps {
  fileId: string;
  desk: Desk<ContactDraft>;
  draft: ContactDraft;
}

function Fields({ fileId, desk, draft }: FieldsProps) {
  const rewriting = useRewriting();
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { today } = useMe();
  const [attempt, setAttempt] = useState(0);
  const files = useChosen(fileId);
  const person = cache.getQueryData<CaseFile>(["file", fileId])?.person.personId;
  const troubles = attempt > 0 ? troubleIn(draft, today) : {};
  const dateTrouble = troubles.date && t(`contact.${troubles.date}`);
  const textTrouble = troubles.text && t(`contact.${troubles.text}`);
  const edit = (change: Partial<ContactDraft>) => desk.act({ do: "edit", change });

  function submit() {
    const found = troubleIn(draft, today);
    if (found.date || found.text) {
      setAttempt((last) => last + 1);
      return;
    }
    const reread = () => cache.invalidateQueries({ queryKey: ["file", fileId] });
    const laid = rewriting ? takeFor(fileId) : [];
    desk.send(async (contact, key) => {
      try {
        const { contactId } = await answered(
          client.POST("/api/cases/files/{fileId}/contacts", {
            params: { path: { fileId } },
            body: asNewContact(contact),
            ...under(key),
          }),
        );
        uploadAll(fileId, contactId, laid, reread);
        return contactId;
      } catch (error) {
        if (asProblem(error).code !== "offline") {
          // The documents return with the text.
          chooseFor(fileId, [...chosenFor(fileId), ...laid]);
        }
        throw error;
      }
    });
  }

  return (
    <SheetForm
      fileId={fileId}
      desk={desk}
      sheet={contactSheet}
      title={t("file.write.contact")}
      firstField="contact-text"
      onSubmit={submit}
    >
      <ErrorSummary
        attempt={attempt}
        troubles={[
          ...(dateTrouble ? [{ field: "contact-date", text: dateTrouble }] : []),
          ...(textTrouble ? [{ field: "contact-text", text: textTrouble }] : []),
        ]}
      />
      <DayField
        id="contact-date"
        label={t("contact.date")}
        className={styles.date}
        value={draft.date}
        max={today}
        error={dateTrouble}
        onChange={(day) => edit({ date: day })}
      />
      <Textarea
        id="contact-text"
        label={t("contact.text")}
        classNames={{ input: `personal ${styles.text}` }}
        autosize
        minRows={6}
        spellCheck
        value={draft.text}
        error={textTrouble}
        onChange={(event) => edit({ text: event.currentTarget.value })}
      />
      <Circumstances prefix="contact" draft={draft} onEdit={edit} person={person}>
        {(rewriting || files.length > 0) && (
          <FilesField
            chosen={files}
            help={t("contact.files.helpNew")}
            onChoose={(more) => chooseFor(fileId, [...files, ...more])}
            onRemove={(file) =>
              chooseFor(
                fileId,
                files.filter((one) => one !== file),
              )
            }
          />
        )}
      </Circumstances>
    </SheetForm>
  );
}
