import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { announce } from "../shell/announcer.tsx";
import { type Act, asNewContact, begun, blank, type Writing, write } from "./writing.ts";

/** Keeps what is written on each file in memory while the tab is open, whichever page is shown. */
const desks = new Map<string, Writing>();
const readers = new Set<() => void>();

/** Until when a new contact's effect on the deadline may still be under way. */
const READ_BACK_MS = [300, 1_500, 4_000];

function deskOf(fileId: string): Writing {
  return desks.get(fileId) ?? blank;
}

function act(fileId: string, what: Act): void {
  desks.set(fileId, write(deskOf(fileId), what));
  for (const reader of readers) {
    reader();
  }
}

export function useWriting(fileId: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const writing = useSyncExternalStore(
    (reader) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    () => deskOf(fileId),
  );

  async function save() {
    const { draft } = deskOf(fileId);
    if (!draft) {
      return;
    }
    const key = crypto.randomUUID();
    act(fileId, { do: "send", key });
    announce(t("file.saving"));
    try {
      const { contactId } = await answered(
        client.POST("/api/cases/files/{fileId}/contacts", {
          params: { path: { fileId } },
          body: asNewContact(draft),
        }),
      );
      act(fileId, { do: "accepted", key, contactId });
      announce(t("file.saved"));
      for (const delay of READ_BACK_MS) {
        setTimeout(() => cache.invalidateQueries({ queryKey: ["file", fileId] }), delay);
      }
      cache.invalidateQueries({ queryKey: ["files"] });
    } catch (error) {
      act(fileId, { do: "refused", key, problem: asProblem(error) });
      announce(t("file.notSaved"));
    }
  }

  return { writing, act: (what: Act) => act(fileId, what), save };
}

/** The browser asks before a tab closes on a text that is not saved. */
export function useUnsavedWarning(): void {
  useEffect(() => {
    function warn(event: BeforeUnloadEvent) {
      const unsaved = [...desks.values()].some(
        (desk) => begun(desk.draft) || desk.waiting.length > 0 || desk.sent.some((one) => !one.contactId),
      );
      if (unsaved) {
        event.preventDefault();
      }
    }
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
}
