import { IconPencil } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../api/types.ts";
import { act, useSent } from "../draft/desks.ts";
import { useDesk } from "../draft/useDesk.ts";
import type { Sent, Sheet } from "../draft/writing.ts";
import type { Entry, Reading, Source } from "../file/entries.ts";
import { isRewritable } from "../file/rights.ts";
import { leaving } from "../page/unkept.ts";
import { useOffer } from "../shell/commands.tsx";
import { useMe } from "../shell/session.tsx";
import { ContactBody, SentBody } from "./ContactBody.tsx";
import { ContactForm } from "./ContactForm.tsx";
import { contactSheet } from "./contactSheet.ts";
import { correctionSheet } from "./correctionSheet.ts";
import { MovedNote } from "./MovedNote.tsx";
import { hidePanel, inPanel, showPanel, showPanelOfSent } from "./panels.ts";
import { WithdrawnBody } from "./WithdrawnBody.tsx";

/** Contacts in the timeline: those recorded, and those on their way. */
export const contacts: Source = {
  kind: "contact",
  useEntries: useContactEntries,
  write: { press: "n", icon: IconPencil, withoutFile: true, sheet: contactSheet, Form: ContactForm },
  within: [correctionSheet],
  Notes: MovedNote,
};

function useContactEntries(file: CaseFile): Reading {
  const { t } = useTranslation();
  const { fileId } = file;
  const sent = useSent(fileId, contactSheet);
  const corrections = useSent(fileId, correctionSheet);
  useReadBack(fileId, contactSheet, sent, (id) => file.contacts.some((one) => one.contactId === id));
  useReadBack(fileId, correctionSheet, corrections, (id) =>
    file.contacts.some((one) => one.revisionId === id),
  );

  // What was open below an entry would take the focus when the page is shown again.
  useEffect(() => hidePanel, []);

  const known = new Set(file.contacts.map((one) => one.contactId));
  const onTheirWay = useSentContacts(fileId).filter((one) => !known.has(one.id));
  const recorded: Entry[] = file.contacts.map((contact) => {
    const correction = corrections.find((one) => one.draft.contactId === contact.contactId);
    return {
      kind: "contact",
      id: contact.contactId,
      date: correction?.draft.date ?? contact.date,
      recordedAt: contact.recordedAt,
      author: contact.author,
      ...(correction ? underwayOf(correction) : {}),
      ...(contact.corrected || correction ? { marks: t("contact.corrected") } : {}),
      ...(contact.text == null && contact.codes == null ? { gap: {} } : {}),
      render: () => <ContactBody file={file} contact={contact} />,
    };
  });
  const withdrawn: Entry[] = (file.withdrawn ?? []).map((gap) => ({
    kind: "contact",
    id: gap.contactId,
    date: gap.date,
    recordedAt: gap.withdrawnOn,
    render: () => <WithdrawnBody file={file} gap={gap} />,
  }));
  const written = [...onTheirWay, ...recorded];
  const entries = [...written, ...withdrawn];

  /** C: the codes of the entry in hand, or of the newest one that is shown. */
  function code() {
    const held = document.activeElement?.closest<HTMLElement>("article");
    const inView = [held, ...document.querySelectorAll<HTMLElement>("article[data-entry]")];
    const readable = new Set(written.filter((one) => !one.gap).map((one) => one.id));
    const id = inView.map((article) => article?.dataset.entry ?? "").find((entry) => readable.has(entry));
    const underway = sent.find((one) => one.key === id);
    if (underway) {
      showPanelOfSent(fileId, "contact", underway.key, "codes");
    } else if (id) {
      showPanel(id, "codes");
    }
  }

  useOffer(
    written.length > 0 && isRewritable(file)
      ? [
          {
            id: "codes",
            label: t("contact.codes.open"),
            press: "c",
            scope: "page",
            inPalette: true,
            run: () => leaving(code, inPanel),
          },
        ]
      : [],
  );
  const correction = useDesk(fileId, correctionSheet).writing;
  return { entries, inHand: correction.open ? correction.draft?.contactId : undefined };
}

/** Contacts of this tab that the file does not show yet, or cannot while it is unreadable. */
export function useSentContacts(fileId: string): Entry[] {
  const author = useMe();
  return useSent(fileId, contactSheet).map((one) => ({
    kind: "contact",
    id: one.recordedAs ?? one.key,
    date: one.draft.date,
    author,
    ...underwayOf(one),
    render: () => <SentBody sent={one} fileId={fileId} />,
  }));
}

function underwayOf({ recordedAs, waits }: Sent<object>): Pick<Entry, "underway"> {
  return recordedAs ? {} : { underway: waits ? "waiting" : "saving" };
}

/** What was recorded leaves the desk once the file, read anew, shows it. */
function useReadBack<D extends object>(
  fileId: string,
  sheet: Sheet<D>,
  sent: Sent<D>[],
  shown: (id: string) => boolean,
) {
  const ids = sent.flatMap(({ recordedAs }) => (recordedAs && shown(recordedAs) ? [recordedAs] : [])).join();
  useEffect(() => {
    if (ids) {
      act(fileId, sheet, { do: "read back", ids: ids.split(",") });
    }
  }, [ids, fileId, sheet]);
}
