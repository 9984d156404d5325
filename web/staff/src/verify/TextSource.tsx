import { Button, FileButton, Textarea } from "@mantine/core";
import { IconFile, IconX } from "@tabler/icons-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LARGEST } from "./check.ts";
import { text } from "./signed.ts";
import styles from "./verify.module.css";

/** A text, and the file that it came from if it did. */
export interface Source {
  text: string;
  file?: { name: string; size: number };
}

export const EMPTY: Source = { text: "" };

interface Props {
  label: string;
  hint: string;
  source: Source;
  onChange: (source: Source) => void;
}

/** A text that is pasted, or a file that is chosen or dropped: read here, and sent nowhere. */
export function TextSource({ label, hint, source, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const [unread, setUnread] = useState(false);

  async function take(file: File | null | undefined) {
    if (file) {
      const read = await textOf(file);
      setUnread(read === undefined);
      onChange(read === undefined ? EMPTY : { text: read, file });
    }
  }

  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  const { file } = source;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way, beside a button and a field
    <div
      className={styles.source}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <div className={styles.sourceHead}>
        <label htmlFor={id}>{label}</label>
        <FileButton onChange={take}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconFile size={17} aria-hidden />}
              aria-label={`${t("verify.choose")} : ${label}`}
            >
              {t("verify.choose")}
            </Button>
          )}
        </FileButton>
      </div>
      <p className="quiet" id={`${id}-hint`}>
        {hint}
      </p>
      {file ? (
        <p className={styles.chosen}>
          <span className="number">{t("verify.chosen", { name: file.name, size: file.size })}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => onChange(EMPTY)}
          >
            {t("verify.remove")}
          </Button>
        </p>
      ) : (
        <Textarea
          id={id}
          aria-describedby={`${id}-hint`}
          value={source.text}
          onChange={(event) => {
            setUnread(false);
            onChange({ text: event.currentTarget.value.trim() });
          }}
          placeholder={t("verify.drop")}
          spellCheck={false}
          autoComplete="off"
          rows={3}
          error={unread ? t("verify.unreadable") : undefined}
          classNames={{ input: styles.pasted }}
        />
      )}
    </div>
  );
}

/** One character more than is ever read stands for what is larger: it is refused with a sentence, and not read. */
async function textOf(file: File): Promise<string | undefined> {
  try {
    return file.size > LARGEST ? " ".repeat(LARGEST + 1) : text(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return undefined;
  }
}
