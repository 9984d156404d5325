import { useEffect } from "react";
import { useOpenedFile } from "./FileLayout.tsx";
import { NewContact } from "./NewContact.tsx";
import { Timeline } from "./Timeline.tsx";
import { useWriting } from "./useWriting.ts";

/** The reading column: write above, read below. */
export function ContactsPage() {
  const file = useOpenedFile();
  const desk = useWriting(file.fileId);
  const { act, writing } = desk;
  const shown = file.contacts.map((contact) => contact.contactId).join();
  const awaited = writing.sent.some((one) => one.contactId && shown.includes(one.contactId));

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was read back matters
  useEffect(() => {
    if (awaited) {
      act({ do: "read back", contactIds: shown.split(",") });
    }
  }, [awaited, shown]);

  return (
    <>
      <NewContact {...desk} />
      <Timeline contacts={file.contacts} sent={writing.sent} />
    </>
  );
}
