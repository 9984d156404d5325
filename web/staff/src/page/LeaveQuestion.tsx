import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import pageStyles from "./page.module.css";
import { asked, mayLeave, whenAsked } from "./unkept.ts";

interface Place {
  pathname: string;
  search: object;
}

/** The form that is open above a timeline is named in the address, and opening it takes nothing away. */
function shown({ pathname, search }: Place): string {
  return JSON.stringify([pathname, { ...search, write: undefined }]);
}

const asksFirst = async ({ current, next }: { current: Place; next: Place }) =>
  shown(current) !== shown(next) && !(await mayLeave());

/** Asks before a page with a form takes what was typed with it: by a link, the palette or the browser's own buttons. */
export function LeaveQuestion() {
  const { t } = useTranslation();
  useBlocker({ shouldBlockFn: asksFirst, enableBeforeUnload: false });
  const answer = useSyncExternalStore(whenAsked, asked);
  return (
    <Modal
      opened={answer !== undefined}
      onClose={() => answer?.(true)}
      title={t("draft.leave.title")}
      withCloseButton={false}
      centered
    >
      <p>{t("draft.leave.text")}</p>
      <div className={pageStyles.actions}>
        <Button data-autofocus onClick={() => answer?.(true)}>
          {t("draft.leave.stay")}
        </Button>
        <Button variant="default" onClick={() => answer?.(false)}>
          {t("draft.leave.go")}
        </Button>
      </div>
    </Modal>
  );
}
