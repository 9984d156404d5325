import { IconFileText, IconPhoto } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import type { Attachment } from "../api/types.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useProblemWords } from "../page/problemWords.ts";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage } from "../words/language.ts";
import { sizeInWords } from "./attachable.ts";
import styles from "./contact.module.css";
import { forgetUpload, type Upload, uploadAgain, useUploads } from "./uploads.ts";

interface Props {
  fileId: string;
  contactId: string;
  attachments: Attachment[];
  mayChange: boolean;
}

/** The documents laid with a contact, and those on their way to it. */
export function Attachments({ fileId, contactId, attachments, mayChange }: Props) {
  const { t } = useTranslation();
  const uploads = useUploads().filter((one) => one.contactId === contactId);
  if (attachments.length === 0 && uploads.length === 0) {
    return null;
  }
  return (
    <ul className={styles.attachments} aria-label={t("contact.files.label")}>
      {attachments.map((one) => (
        <li key={one.attachmentId}>
          <Document fileId={fileId} contactId={contactId} attachment={one} mayChange={mayChange} />
        </li>
      ))}
      {uploads.map((one) => (
        <li key={one.key}>
          <OnItsWay fileId={fileId} upload={one} />
        </li>
      ))}
    </ul>
  );
}

function Document({
  fileId,
  contactId,
  attachment,
  mayChange,
}: Omit<Props, "attachments"> & { attachment: Attachment }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { attachmentId, name, mediaType, size } = attachment;
  const Icon = mediaType?.startsWith("image/") ? IconPhoto : IconFileText;
  const language = currentLanguage();

  async function remove() {
    try {
      await answered(
        client.DELETE("/api/cases/files/{fileId}/contacts/{contactId}/attachments/{attachmentId}", {
          params: { path: { fileId, contactId, attachmentId } },
        }),
      );
      announce(t("contact.files.removed"));
      await cache.invalidateQueries({ queryKey: ["file", fileId] });
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <>
      <Icon size={19} aria-hidden className="icon" />{" "}
      <a href={`/api/cases/files/${fileId}/contacts/${contactId}/attachments/${attachmentId}`} download>
        <span className="personal">{name ?? t("contact.files.unnamed")}</span>
      </a>{" "}
      <span className="quiet">{sizeInWords(size, language)}</span>{" "}
      {mayChange && !removing && (
        <button type="button" className={`screen-only ${pageStyles.link}`} onClick={() => setRemoving(true)}>
          {t("contact.files.remove")}
          <span className="visually-hidden personal"> {name}</span>
        </button>
      )}
      {removing && (
        <span className={`screen-only ${styles.ask}`}>
          {t("contact.files.removeAsk")}{" "}
          <button type="button" className={pageStyles.link} onClick={remove}>
            {t("contact.files.removeYes")}
          </button>{" "}
          <button type="button" className={pageStyles.link} onClick={() => setRemoving(false)}>
            {t("contact.files.removeNo")}
          </button>
        </span>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

function OnItsWay({ fileId, upload }: { fileId: string; upload: Upload }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { file, progress, problem, key } = upload;
  return (
    <>
      <span className="personal">{file.name}</span>{" "}
      {problem ? (
        <>
          <Why problem={problem} />{" "}
          <button
            type="button"
            className={pageStyles.link}
            onClick={() =>
              uploadAgain(fileId, upload, () => cache.invalidateQueries({ queryKey: ["file", fileId] }))
            }
          >
            {t("problem.retry")}
          </button>{" "}
          <button type="button" className={pageStyles.link} onClick={() => forgetUpload(key)}>
            {t("contact.files.giveUp")}
          </button>
        </>
      ) : (
        <progress
          className={styles.progress}
          value={progress}
          max={1}
          aria-label={t("contact.files.sending")}
        />
      )}
    </>
  );
}

const REFUSALS = {
  "attachment-too-large": "contact.files.tooLarge",
  "attachment-type": "contact.files.type",
  "attachment-password": "contact.files.password",
  "attachment-no-page": "contact.files.noPage",
} as const;

function isRefusal(code: string | undefined): code is keyof typeof REFUSALS {
  return code !== undefined && Object.hasOwn(REFUSALS, code);
}

function Why({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const words = useProblemWords(problem);
  const ours = isRefusal(problem.code) ? t(REFUSALS[problem.code]) : words.text;
  return (
    <span role="alert" className="late">
      {t("contact.files.notSent")} {ours}
    </span>
  );
}
