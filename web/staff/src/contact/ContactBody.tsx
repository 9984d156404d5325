import { useTranslation } from "react-i18next";
import type { Contact } from "../api/types.ts";
import { act } from "../draft/desks.ts";
import type { Sent } from "../draft/writing.ts";
import pageStyles from "../page/page.module.css";
import styles from "./contact.module.css";
import { type ContactDraft, contactSheet } from "./contactSheet.ts";
import { useNomenclature } from "./nomenclature.ts";

/** What was said and done, and under which codes. */
export function ContactBody({ contact: { text, codes } }: { contact: Contact; fileId: string }) {
  const { t } = useTranslation();
  const catalogue = useNomenclature();
  return (
    <>
      {text === null ? <p className={styles.gap}>{t("contact.erasedText")}</p> : <Narrative text={text} />}
      {codes === null && <p className={styles.gap}>{t("contact.erasedCodes")}</p>}
      {codes !== null && codes.length > 0 && (
        <ul className={styles.codes} aria-label={t("contact.codes.title")}>
          {codes.map((code) => (
            <li key={code} className="personal">
              {catalogue.find((item) => item.code === code)?.label ?? code}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A contact on its way: what was written, already in its place. */
export function SentBody({ sent, fileId }: { sent: Sent<ContactDraft>; fileId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Narrative text={sent.draft.text} />
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

export function Narrative({ text }: { text: string }) {
  return (
    <p className={`narrative ${styles.narrative}`}>
      <span className="personal">{text}</span>
    </p>
  );
}
