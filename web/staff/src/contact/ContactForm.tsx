import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { SheetForm } from "../draft/SheetForm.tsx";
import { useDesk } from "../draft/useDesk.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { useMe } from "../shell/session.tsx";
import styles from "./contact.module.css";
import { asNewContact, type ContactDraft, contactSheet, troubleIn } from "./contactSheet.ts";

/** Nouveau contact: a day and a text; the rest below, quietly, if it matters. */
export function ContactForm({ fileId }: { fileId: string }) {
  const desk = useDesk(fileId, contactSheet);
  return desk.writing.draft && <Fields fileId={fileId} desk={desk} draft={desk.writing.draft} />;
}

interface FieldsProps {
  fileId: string;
  desk: ReturnType<typeof useDesk<ContactDraft>>;
  draft: ContactDraft;
}

function Fields({ fileId, desk, draft }: FieldsProps) {
  const { t } = useTranslation();
  const { today } = useMe();
  const [attempt, setAttempt] = useState(0);
  const troubles = attempt > 0 ? troubleIn(draft, today) : {};
  const dateTrouble = troubles.date && t(`contact.${troubles.date}`);
  const textTrouble = troubles.text && t(`contact.${troubles.text}`);
  const edit = (change: Partial<ContactDraft>) => desk.act({ do: "edit", change });

  function submit() {
    const found = troubleIn(draft, today);
    if (found.date || found.text) {
      setAttempt((last) => last + 1);
    } else {
      desk.send(async (contact) => {
        const { contactId } = await answered(
          client.POST("/api/cases/files/{fileId}/contacts", {
            params: { path: { fileId } },
            body: asNewContact(contact),
          }),
        );
        return contactId;
      });
    }
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
      <TextInput
        id="contact-date"
        type="date"
        label={t("contact.date")}
        className={styles.date}
        value={draft.date}
        max={today}
        error={dateTrouble}
        onChange={(event) => edit({ date: event.currentTarget.value })}
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
    </SheetForm>
  );
}
