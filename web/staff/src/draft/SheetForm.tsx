import { Button } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isOpenList, pointAtUnreadable } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { caretOf, pointAt } from "./desks.ts";
import styles from "./draft.module.css";
import { KeptLine } from "./KeptLine.tsx";
import type { Desk } from "./useDesk.ts";
import type { Sheet } from "./writing.ts";

interface Props<D extends object> {
  fileId: string;
  desk: Desk<D>;
  sheet: Sheet<D>;
  title: string;
  /** The id of the field that takes the focus, unless the pen was elsewhere when the text was kept. */
  firstField: string;
  /** Of its heading: below the page's title, or below an entry's. */
  level?: 2 | 4;
  onSubmit: () => void;
  /** Whether the form itself says why the text came back. */
  answersItself?: boolean;
  children: ReactNode;
}

/**
 * The form around whatever is written: Ctrl+Enter saves, Escape closes and keeps, the pen returns to where it was, and a
 * line says whether what is typed is kept.
 */
export function SheetForm<D extends object>({
  fileId,
  desk,
  sheet,
  title,
  firstField,
  level = 2,
  onSubmit,
  answersItself = false,
  children,
}: Props<D>) {
  const { t } = useTranslation();
  const { writing, act } = desk;
  const Heading = level === 2 ? "h2" : "h4";
  const start = useRef({ caret: caretOf(fileId, sheet.kind), firstField });

  useEffect(() => {
    const { caret, firstField } = start.current;
    const field = document.getElementById(caret?.field ?? firstField) ?? document.getElementById(firstField);
    field?.focus();
    if (caret && isText(field)) {
      field.setSelectionRange(caret.at, caret.at);
    }
  }, []);

  function submit(form: HTMLFormElement) {
    if (!pointAtUnreadable(form)) {
      onSubmit();
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      submit(event.currentTarget);
    }
  }

  function onEscape(event: KeyboardEvent) {
    if (event.key === "Escape" && !event.defaultPrevented && !isOpenList(event.target)) {
      event.stopPropagation();
      act({ do: "close" });
    }
  }

  function onSelect({ target: field }: SyntheticEvent) {
    if (isText(field) && field.id) {
      pointAt(fileId, sheet.kind, { field: field.id, at: field.selectionEnd ?? 0 });
    }
  }

  return (
    <form
      className={styles.form}
      aria-labelledby={`write-${sheet.kind}`}
      noValidate
      onKeyDownCapture={onKeyDown}
      onKeyDown={onEscape}
      onSelect={onSelect}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <Heading id={`write-${sheet.kind}`}>{title}</Heading>
      {writing.refusal && !answersItself && (
        <ProblemNotice problem={writing.refusal} title={t(`draft.refused.${sheet.kind}`)}>
          <p>{t("draft.back")}</p>
        </ProblemNotice>
      )}
      {children}
      <KeptLine fileId={fileId} sheet={sheet} />
      <div className={pageStyles.actions}>
        <Button type="submit" leftSection={<IconDeviceFloppy size={19} aria-hidden />}>
          {t("draft.save")}
          <kbd aria-hidden>Ctrl+↵</kbd>
        </Button>
        <Button variant="default" onClick={() => act({ do: "close" })}>
          {t("draft.close")}
        </Button>
        {writing.draft && sheet.begun(writing.draft) && (
          <button type="button" className={pageStyles.link} onClick={() => act({ do: "discard" })}>
            {t("draft.discard")}
          </button>
        )}
      </div>
    </form>
  );
}

function isText(field: unknown): field is HTMLTextAreaElement | HTMLInputElement {
  return (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && ["text", "search", "tel", "url"].includes(field.type))
  );
}
