import { Button, Textarea, TextInput } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useMe } from "../shell/session.tsx";
import { CodesField } from "./CodesField.tsx";
import styles from "./file.module.css";
import { type Act, type Draft, troubleIn, type Writing } from "./writing.ts";

interface Props {
  draft: Draft;
  writing: Writing;
  act: (what: Act) => void;
  onSave: () => void;
  onClose: () => void;
  codesField: RefObject<HTMLInputElement | null>;
  startAt: "text" | "codes";
}

/** Nouveau contact: a date and a text; codes if she wishes. */
export function ContactForm({ draft, writing, act, onSave, onClose, codesField, startAt }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const textField = useRef<HTMLTextAreaElement>(null);
  const [attempt, setAttempt] = useState(0);
  const troubles = attempt > 0 ? troubleIn(draft, today) : {};
  const troubleText = {
    date: troubles.date && t(`file.contact.${troubles.date}`),
    text: troubles.text && t(`file.contact.${troubles.text}`),
  };

  useEffect(() => {
    (startAt === "codes" ? codesField : textField).current?.focus();
  }, [startAt, codesField]);

  function submit() {
    const found = troubleIn(draft, today);
    if (found.date || found.text) {
      setAttempt((last) => last + 1);
    } else {
      onSave();
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      submit();
    } else if (event.key === "Escape" && !event.defaultPrevented) {
      onClose();
    }
  }

  return (
    <form
      className={styles.form}
      aria-labelledby="new-contact"
      noValidate
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id="new-contact">{t("file.contact.title")}</h2>
      {writing.refusal && (
        <ProblemNotice problem={writing.refusal} title={t("file.contact.refused")}>
          <p>{t("file.contact.kept")}</p>
        </ProblemNotice>
      )}
      <ErrorSummary
        attempt={attempt}
        troubles={[
          ...(troubleText.date ? [{ field: "contact-date", text: troubleText.date }] : []),
          ...(troubleText.text ? [{ field: "contact-text", text: troubleText.text }] : []),
        ]}
      />
      <TextInput
        id="contact-date"
        type="date"
        label={t("file.contact.date")}
        className={styles.date}
        value={draft.date}
        max={today}
        error={troubleText.date}
        onChange={(event) => act({ do: "edit", change: { date: event.currentTarget.value } })}
      />
      <Textarea
        id="contact-text"
        ref={textField}
        label={t("file.contact.text")}
        classNames={{ input: `personal ${styles.text}` }}
        autosize
        minRows={6}
        spellCheck
        value={draft.text}
        error={troubleText.text}
        onChange={(event) => act({ do: "edit", change: { text: event.currentTarget.value } })}
      />
      <CodesField
        ref={codesField}
        codes={draft.codes}
        onChange={(codes) => act({ do: "edit", change: { codes } })}
      />
      <div className={pageStyles.actions}>
        <Button type="submit" leftSection={<IconDeviceFloppy size={19} aria-hidden />}>
          {t("file.contact.save")}
          <kbd aria-hidden>Ctrl+↵</kbd>
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("file.contact.close")}
        </Button>
        {draft.text !== "" && (
          <button type="button" className={pageStyles.link} onClick={() => act({ do: "discard" })}>
            {t("file.contact.discard")}
          </button>
        )}
      </div>
    </form>
  );
}
