import { Button } from "@mantine/core";
import { IconPaperclip, IconX } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage } from "../words/language.ts";
import { ACCEPTED, type AttachmentTrouble, sizeInWords, troubleWith } from "./attachable.ts";
import styles from "./contact.module.css";

interface Props {
  chosen: File[];
  onChoose: (files: File[]) => void;
  onRemove?: (file: File) => void;
  help: string;
}

/** Documents, dropped or chosen; what cannot be taken is said, with what can. */
export function FilesField({ chosen, onChoose, onRemove, help }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<{ name: string; trouble: AttachmentTrouble }[]>([]);
  const language = currentLanguage();

  async function take(files: File[]) {
    const looked = await Promise.all(files.map(async (file) => ({ file, trouble: await troubleWith(file) })));
    const good = looked.filter((one) => !one.trouble).map((one) => one.file);
    setRefused(looked.flatMap(({ file, trouble }) => (trouble ? [{ name: file.name, trouble }] : [])));
    if (good.length > 0) {
      onChoose(good);
      announce(t("contact.files.added", { count: good.length }));
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  }

  return (
    <section
      className={styles.drop}
      data-over={over}
      aria-label={t("contact.files.label")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPTED}
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPaperclip size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t("contact.files.choose")}
      </Button>
      <span className="quiet">{help}</span>
      {refused.length > 0 && (
        <div role="alert">
          <ul className={styles.refused}>
            {refused.map(({ name, trouble }) => (
              <li key={name}>
                <span className="personal">{name}</span>
                {language === "fr" ? "\u00a0: " : ": "}
                {t(`contact.files.${trouble}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {chosen.length > 0 && (
        <ul className={styles.chips} aria-label={t("contact.files.label")}>
          {chosen.map((file) => (
            <li key={`${file.name}-${file.size}-${file.lastModified}`}>
              <button type="button" className={styles.chip} onClick={() => onRemove?.(file)}>
                <span className="visually-hidden">{t("contact.files.leave")} </span>
                <span className="personal">{file.name}</span>
                <span className="quiet">{sizeInWords(file.size, language)}</span>
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
