import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { announce } from "../shell/announcer.tsx";
import { act, deskOf, subscribe } from "./desks.ts";
import { keep } from "./keeper.ts";
import { networkBack } from "./network.ts";
import { isSomebodyElse } from "./owner.ts";
import type { Act, Sheet, Writing } from "./writing.ts";

/** Until when what was recorded may still be on its way into what the file says. */
const READ_BACK_MS = [300, 1_500, 4_000];

export interface Desk<D extends object> {
  writing: Writing<D>;
  act: (what: Act<D>) => void;
  /**
   * Sends the text under the pen: at once it counts as sent. Without network it waits and goes by itself; refused, it
   * returns to the pen with the reason. `record` sends it under the key of the text, so that an attempt of which no answer
   * came is not recorded twice, and answers with the id under which the server recorded it.
   */
  send: (record: (draft: D, key: string) => Promise<string>) => Promise<void>;
}

export function useDesk<D extends object>(fileId: string, sheet: Sheet<D>): Desk<D> {
  const { t } = useTranslation();
  const cache = useQueryClient();
  useEffect(() => {
    keep(fileId, sheet);
  }, [fileId, sheet]);
  const writing = useSyncExternalStore(subscribe, () => deskOf<D>(fileId, sheet.kind));

  async function send(record: (draft: D, key: string) => Promise<string>) {
    const { draft, key = crypto.randomUUID() } = deskOf<D>(fileId, sheet.kind);
    if (!draft) {
      return;
    }
    act(fileId, sheet, { do: "send", key });
    announce(t("draft.saving"));
    // What was taken back and written on is sent by another call: this one then has nothing to say of it.
    const stillSent = () =>
      deskOf<D>(fileId, sheet.kind).sent.some((one) => one.key === key && one.draft === draft);
    while (stillSent()) {
      try {
        const id = await record(draft, key);
        if (!stillSent()) {
          cache.invalidateQueries({ queryKey: ["file", fileId] });
          return;
        }
        act(fileId, sheet, { do: "accepted", key, id });
        announce(t(`draft.saved.${sheet.kind}`));
        for (const delay of READ_BACK_MS) {
          setTimeout(() => cache.invalidateQueries({ queryKey: ["file", fileId] }), delay);
        }
        cache.invalidateQueries({ queryKey: ["files"] });
        return;
      } catch (error) {
        const problem = asProblem(error);
        if (!stillSent()) {
          return;
        }
        if (problem.code !== "offline") {
          act(fileId, sheet, { do: "refused", key, problem });
          announce(t(`draft.notSaved.${sheet.kind}`));
          return;
        }
        act(fileId, sheet, { do: "wait", key });
        announce(t("draft.waiting"));
        await networkBack();
        if (await isSomebodyElse()) {
          return;
        }
      }
    }
  }

  return { writing, act: (what) => act(fileId, sheet, what), send };
}
