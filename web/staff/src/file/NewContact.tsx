import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useOffer } from "../shell/commands.tsx";
import { useMe } from "../shell/session.tsx";
import { ContactForm } from "./ContactForm.tsx";
import styles from "./file.module.css";
import type { useWriting } from "./useWriting.ts";
import { begun } from "./writing.ts";

/** The place where contacts are written, above the timeline: a button, or the open form. */
export function NewContact({ writing, act, save }: ReturnType<typeof useWriting>) {
  const { t } = useTranslation();
  const { today } = useMe();
  const openButton = useRef<HTMLButtonElement>(null);
  const codesField = useRef<HTMLInputElement>(null);
  const [startAt, setStartAt] = useState<"text" | "codes">("text");
  const [leaving, setLeaving] = useState(0);

  function open(at: "text" | "codes") {
    setStartAt(at);
    if (writing.open) {
      const target = at === "codes" ? codesField.current : document.getElementById("contact-text");
      target?.focus();
    }
    act({ do: "open", today });
  }

  function leave(how: () => void) {
    how();
    setLeaving((last) => last + 1);
  }

  useEffect(() => {
    if (leaving > 0) {
      openButton.current?.focus();
    }
  }, [leaving]);

  useOffer([
    {
      id: "new-contact",
      label: t("file.contact.open"),
      press: "n",
      scope: "page",
      inPalette: true,
      run: () => open("text"),
    },
    {
      id: "codes",
      label: t("file.contact.codes"),
      press: "c",
      scope: "page",
      inPalette: true,
      run: () => open("codes"),
    },
  ]);

  return (
    <div className={styles.newContact}>
      {writing.waiting.length > 0 && (
        <Notice kind="trouble">
          <p>
            {t("file.contact.waiting")}{" "}
            <button type="button" className={pageStyles.link} onClick={() => act({ do: "take back" })}>
              {t("file.contact.takeBack")}
            </button>
          </p>
        </Notice>
      )}
      {writing.open && writing.draft ? (
        <ContactForm
          draft={writing.draft}
          writing={writing}
          act={act}
          onSave={() => leave(save)}
          onClose={() => leave(() => act({ do: "close" }))}
          codesField={codesField}
          startAt={startAt}
        />
      ) : (
        <div className={pageStyles.actions}>
          <Button
            ref={openButton}
            size="md"
            onClick={() => open("text")}
            leftSection={<IconPencil size={20} aria-hidden />}
            aria-keyshortcuts="N"
          >
            {t(begun(writing.draft) ? "file.contact.resume" : "file.contact.open")}
            <kbd aria-hidden>N</kbd>
          </Button>
          {writing.discarded && (
            <span role="status">
              {t("file.contact.discarded")}{" "}
              <button type="button" className={pageStyles.link} onClick={() => act({ do: "undo discard" })}>
                {t("file.contact.undo")}
              </button>
            </span>
          )}
        </div>
      )}
    </div>
  );
}
