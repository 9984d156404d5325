import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile, Contact } from "../api/types.ts";
import { act, useSent } from "../draft/desks.ts";
import { useDesk } from "../draft/useDesk.ts";
import type { Sent } from "../draft/writing.ts";
import { isRewritable } from "../file/rights.ts";
import pageStyles from "../page/page.module.css";
import { leaving, mayLeave } from "../page/unkept.ts";
import { fullName } from "../person/names.ts";
import { Attachments } from "./Attachments.tsx";
import { CodesPanel } from "./CodesPanel.tsx";
import { CorrectionForm } from "./CorrectionForm.tsx";
import styles from "./contact.module.css";
import { type ContactDraft, contactSheet } from "./contactSheet.ts";
import { correctionOf, correctionSheet } from "./correctionSheet.ts";
import { FilesField } from "./FilesField.tsx";
import { holdEntry } from "./hold.ts";
import { Narrative } from "./Narrative.tsx";
import { useNomenclature } from "./nomenclature.ts";
import { hidePanel, inPanel, type Panel, showPanel, usePanel } from "./panels.ts";
import { uploadAll } from "./uploads.ts";
import { WithdrawalPanel } from "./WithdrawalPanel.tsx";
import { WordingsPanel } from "./WordingsPanel.tsx";

interface Props {
  file: CaseFile;
  contact: Contact;
}

/** What was said and done, about whom, with which documents and under which codes; and what may be done about it. */
export function ContactBody({ file, contact }: Props) {
  const { fileId } = file;
  const { writing } = useDesk(fileId, correctionSheet);
  const correcting =
    writing.open && writing.draft?.contactId === contact.contactId ? writing.draft : undefined;
  const wasCorrecting = useRef(false);

  useEffect(() => {
    // The form has gone from under the pen: its entry takes the focus.
    if (wasCorrecting.current && !correcting && document.activeElement === document.body) {
      holdEntry(contact.contactId);
    }
    wasCorrecting.current = correcting !== undefined;
  });

  const writable = isRewritable(file) && contact.text != null;
  if (correcting && !file.exceptionalAccess) {
    return <CorrectionForm fileId={fileId} person={file.person.personId} draft={correcting} />;
  }
  return (
    <>
      <Said fileId={fileId} contact={contact} />
      <Attachments
        fileId={fileId}
        contactId={contact.contactId}
        attachments={contact.attachments ?? []}
        mayChange={writable}
      />
      <Codes codes={contact.codes} />
      <Doing file={file} contact={contact} writable={writable} />
    </>
  );
}

/** The text and its circumstances; a correction on its way already stands in its place. */
function Said({ fileId, contact }: { fileId: string; contact: Contact }) {
  const { t } = useTranslation();
  const corrections = useSent(fileId, correctionSheet);
  const correction = corrections.find((one) => one.draft.contactId === contact.contactId)?.draft;
  const { text, means, place } = correction ?? contact;
  const people =
    correction?.persons.map(({ personId, name }) => ({ personId, called: name, fileId: null })) ??
    (contact.people ?? []).map(({ personId, name, fileId: of }) => ({
      personId,
      called: fullName(name ?? {}),
      fileId: of ?? null,
    }));
  return (
    <>
      {(means || place) && (
        <p className={styles.circumstances}>
          {means && t(`contact.means.${means as "visit"}`)}
          {means && place && ", "}
          {place && <span className="personal">{place}</span>}
        </p>
      )}
      {text == null ? <p className={styles.gap}>{t("contact.erasedText")}</p> : <Narrative text={text} />}
      {people.length > 0 && (
        <p className={styles.people}>
          {t("contact.about")}{" "}
          {people.map((one, at) => (
            <span key={one.personId}>
              {at > 0 && ", "}
              {one.fileId ? (
                <Link to="/files/$fileId" params={{ fileId: one.fileId }} className="personal">
                  {one.called}
                </Link>
              ) : (
                <span className="personal">{one.called}</span>
              )}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Codes({ codes }: { codes: string[] | null | undefined }) {
  const { t } = useTranslation();
  const catalogue = useNomenclature();
  if (codes == null) {
    return <p className={styles.gap}>{t("contact.erasedCodes")}</p>;
  }
  if (codes.length === 0) {
    return null;
  }
  return (
    <ul className={styles.codes} aria-label={t("contact.codes.title")}>
      {codes.map((code) => (
        <li key={code} className="personal">
          {catalogue.find((item) => item.code === code)?.label ?? code}
        </li>
      ))}
    </ul>
  );
}

/** The quiet row of what can be done, and the one part of it that is open. */
function Doing({ file, contact, writable }: Props & { writable: boolean }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { fileId } = file;
  const { contactId } = contact;
  const { writing } = useDesk(fileId, correctionSheet);
  const panel = usePanel(contactId);
  const buttons = useRef(new Map<Panel | "correction", HTMLButtonElement>());
  const last = useRef<Panel>(undefined);
  const begun = writing.draft?.contactId === contactId && correctionSheet.begun(writing.draft);
  const discarded = writing.discarded?.contactId === contactId;

  useEffect(() => {
    if (last.current && !panel) {
      buttons.current.get(last.current)?.focus();
    }
    last.current = panel;
  }, [panel]);

  function toggle(which: Panel) {
    leaving(() => (panel === which ? hidePanel() : showPanel(contactId, which)), inPanel);
  }

  async function correct() {
    if (!(await mayLeave(inPanel))) {
      return;
    }
    hidePanel();
    act(
      fileId,
      correctionSheet,
      begun ? { do: "open", today: "" } : { do: "start", draft: correctionOf(contact) },
    );
  }

  const offered: Panel[] = [
    ...(writable ? (["codes", "files"] as const) : []),
    ...(contact.corrected ? (["wordings"] as const) : []),
    ...(writable ? (["withdrawal"] as const) : []),
  ];
  if (offered.length === 0) {
    return null;
  }
  return (
    <div className="screen-only" data-panels>
      <div className={styles.doing}>
        {writable && (
          <button type="button" className={styles.do} onClick={correct}>
            {t(begun ? "contact.resumeCorrection" : "contact.do.correct")}
          </button>
        )}
        {offered.map((which) => (
          <button
            key={which}
            ref={(button) => {
              if (button) {
                buttons.current.set(which, button);
              }
            }}
            type="button"
            className={styles.do}
            aria-expanded={panel === which}
            aria-keyshortcuts={which === "codes" ? "C" : undefined}
            onClick={() => toggle(which)}
          >
            {t(`contact.do.${which}`)}
          </button>
        ))}
        {discarded && (
          <span role="status">
            {t("draft.discarded")}{" "}
            <button
              type="button"
              className={pageStyles.link}
              onClick={() => act(fileId, correctionSheet, { do: "undo discard" })}
            >
              {t("draft.undo")}
            </button>
          </span>
        )}
      </div>
      {panel === "codes" && writable && <CodesPanel fileId={fileId} contact={contact} onClose={hidePanel} />}
      {panel === "files" && writable && (
        <FilesField
          chosen={[]}
          help={t("contact.files.help")}
          onChoose={(files) => {
            uploadAll(fileId, contactId, files, () =>
              cache.invalidateQueries({ queryKey: ["file", fileId] }),
            );
            hidePanel();
          }}
        />
      )}
      {panel === "wordings" && <WordingsPanel fileId={fileId} contactId={contactId} />}
      {panel === "withdrawal" && writable && (
        <WithdrawalPanel
          fileId={fileId}
          person={file.person.personId}
          contact={contact}
          onClose={hidePanel}
        />
      )}
    </div>
  );
}

/** A contact on its way: what was written, already in its place. */
export function SentBody({ sent, fileId }: { sent: Sent<ContactDraft>; fileId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Narrative text={sent.draft.text} />
      {sent.recordedAs && (
        <Attachments fileId={fileId} contactId={sent.recordedAs} attachments={[]} mayChange={false} />
      )}
      {sent.waits && (
        <button
          type="button"
          className={pageStyles.link}
          onClick={() => act(fileId, contactSheet, { do: "take back sent", key: sent.key })}
        >
          {t("draft.takeBackSent")}
        </button>
      )}
    </>
  );
}
