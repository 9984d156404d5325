import { IconPencil } from "@tabler/icons-react";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../api/types.ts";
import { act, useSent } from "../draft/desks.ts";
import type { Entry, Reading, Source } from "../file/entries.ts";
import { useMe } from "../shell/session.tsx";
import { ContactBody, SentBody } from "./ContactBody.tsx";
import { ContactForm } from "./ContactForm.tsx";
import { contactSheet } from "./contactSheet.ts";

/** Contacts in the timeline: those recorded, and those on their way. */
export const contacts: Source = {
  kind: "contact",
  useEntries: useContactEntries,
  write: { press: "n", icon: IconPencil, withoutFile: true, sheet: contactSheet, Form: ContactForm },
};

function useContactEntries(file: CaseFile): Reading {
  const { t } = useTranslation();
  const me = useMe();
  const onItsWay = useSent(file.fileId, contactSheet);
  const known = useMemo(() => new Set(file.contacts.map((one) => one.contactId)), [file.contacts]);
  const readBack = onItsWay.flatMap(({ recordedAs }) =>
    recordedAs && known.has(recordedAs) ? [recordedAs] : [],
  );
  const settled = readBack.join();

  useEffect(() => {
    if (settled) {
      act(file.fileId, contactSheet, { do: "read back", ids: settled.split(",") });
    }
  });

  const sent: Entry[] = onItsWay
    .filter((one) => !one.recordedAs || !known.has(one.recordedAs))
    .map((one) => ({
      kind: "contact",
      id: one.recordedAs ?? one.key,
      date: one.draft.date,
      author: me,
      ...(one.recordedAs ? {} : { underway: one.waits ? ("waiting" as const) : ("saving" as const) }),
      render: () => <SentBody sent={one} fileId={file.fileId} />,
    }));
  const recorded: Entry[] = file.contacts.map((contact) => ({
    kind: "contact",
    id: contact.contactId,
    date: contact.date,
    recordedAt: contact.recordedAt,
    author: contact.author,
    ...(contact.corrected ? { marks: t("contact.corrected") } : {}),
    ...(contact.text === null && contact.codes === null ? { gap: contact } : {}),
    render: () => <ContactBody contact={contact} fileId={file.fileId} />,
  }));
  return { entries: [...sent, ...recorded] };
}
