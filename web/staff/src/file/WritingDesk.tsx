import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { actOnAny, begunOn, deskOf, useDesks } from "../draft/desks.ts";
import { keep } from "../draft/keeper.ts";
import { Notice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useOffer } from "../shell/commands.tsx";
import { useMe } from "../shell/session.tsx";
import type { EntryKind } from "./entries.ts";
import styles from "./file.module.css";
import { sources } from "./sources.ts";
import { useOpenInAddress } from "./useOpenInAddress.ts";
import { type Writes, writers, writersFor } from "./writers.ts";

const notes = sources.flatMap(({ kind, Notes }) => (Notes ? [{ kind, Notes }] : []));
const within = sources.flatMap((source) => source.within ?? []);

interface Props {
  fileId: string;
  withoutFile?: boolean;
  /** What was said until the file was closed is still written down; nothing else is. */
  closed?: boolean;
  /** Whether the file is open by an exceptional access. */
  exceptional?: boolean;
}

/** The place above the timeline where things are written: a row of buttons, or the one open form. */
export function WritingDesk({ fileId, withoutFile = false, closed = false, exceptional = false }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  useDesks();
  const usable = writersFor(exceptional).filter(
    (one) => (!withoutFile || one.write.withoutFile) && (!closed || one.kind === "contact"),
  );
  const open = usable.find((one) => deskOf(fileId, one.kind).open);
  const buttons = useRef(new Map<EntryKind, HTMLButtonElement>());
  const wasOpen = useRef<EntryKind>(undefined);

  function openOne(chosen: Writes) {
    for (const other of writers) {
      if (other !== chosen && deskOf(fileId, other.kind).open) {
        actOnAny(fileId, other.write.sheet, { do: "close" });
      }
    }
    if (chosen === open) {
      document.querySelector<HTMLElement>("form[aria-labelledby^=write-] textarea")?.focus();
    }
    actOnAny(fileId, chosen.write.sheet, { do: "open", today });
  }

  const inside =
    withoutFile || exceptional ? undefined : within.find((sheet) => deskOf(fileId, sheet.kind).open);

  useEffect(() => {
    for (const sheet of [...writers.map((one) => one.write.sheet), ...within]) {
      keep(fileId, sheet);
    }
  }, [fileId]);

  useOpenInAddress(open?.kind ?? inside?.kind, async (kind) => {
    // With the text that was kept, if there was one: the pen then returns to its place.
    const asked = usable.find((one) => one.kind === kind);
    const sheet = exceptional ? undefined : within.find((one) => one.kind === kind);
    if (asked) {
      await keep(fileId, asked.write.sheet);
      openOne(asked);
    } else if (sheet) {
      await keep(fileId, sheet);
      if (begunOn(fileId, sheet)) {
        actOnAny(fileId, sheet, { do: "open", today });
      }
    }
  });

  useEffect(() => {
    if (wasOpen.current && !open) {
      buttons.current.get(wasOpen.current)?.focus();
    }
    wasOpen.current = open?.kind;
  }, [open]);

  useOffer(
    usable.map((one) => ({
      id: `write-${one.kind}`,
      label: t(`file.write.${one.kind}`),
      ...(one.write.press ? { press: one.write.press } : {}),
      scope: "page" as const,
      inPalette: true,
      run: () => openOne(one),
    })),
  );

  return (
    <div className={`screen-only ${styles.desk}`}>
      {notes.map(({ kind, Notes }) => (
        <Notes key={kind} fileId={fileId} />
      ))}
      {usable.map((one) => (
        <Waiting key={one.kind} fileId={fileId} source={one} />
      ))}
      {open ? (
        <open.write.Form key={open.kind} fileId={fileId} />
      ) : (
        <div className={pageStyles.actions}>
          {usable.map((one, at) => {
            const Icon = one.write.icon;
            const begun = begunOn(fileId, one.write.sheet);
            return (
              <Button
                key={one.kind}
                ref={(button) => {
                  if (button) {
                    buttons.current.set(one.kind, button);
                  }
                }}
                size={at === 0 ? "md" : "sm"}
                variant={at === 0 ? "filled" : "default"}
                onClick={() => openOne(one)}
                leftSection={<Icon size={20} aria-hidden />}
                aria-keyshortcuts={one.write.press?.toUpperCase()}
              >
                {t(`file.${begun ? "resume" : "write"}.${one.kind}`)}
                {one.write.press && <kbd aria-hidden>{one.write.press.toUpperCase()}</kbd>}
              </Button>
            );
          })}
          {usable.map((one) => (
            <Discarded key={one.kind} fileId={fileId} source={one} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Texts that were refused or interrupted, beside the one that is being written. */
function Waiting({ fileId, source }: { fileId: string; source: Writes }) {
  const { t } = useTranslation();
  if (deskOf(fileId, source.kind).waiting.length === 0) {
    return null;
  }
  return (
    <Notice kind="trouble">
      <p>
        {t(`draft.waitingText.${source.kind}`)}{" "}
        <button
          type="button"
          className={pageStyles.link}
          onClick={() => actOnAny(fileId, source.write.sheet, { do: "take back" })}
        >
          {t("draft.takeBack")}
        </button>
      </p>
    </Notice>
  );
}

function Discarded({ fileId, source }: { fileId: string; source: Writes }) {
  const { t } = useTranslation();
  if (deskOf(fileId, source.kind).discarded === null) {
    return null;
  }
  return (
    <span role="status">
      {t("draft.discarded")}{" "}
      <button
        type="button"
        className={pageStyles.link}
        onClick={() => actOnAny(fileId, source.write.sheet, { do: "undo discard" })}
      >
        {t("draft.undo")}
      </button>
    </span>
  );
}
