import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { announce } from "../shell/announcer.tsx";
import { rememberSentAway, useSentAway } from "./sentAway.ts";
import { useTakeTransferBack } from "./useUnit.ts";

/** That a file has gone to another unit, and the way back for who chose the wrong line. */
export function SentNotice() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sent = useSentAway();
  const takeBack = useTakeTransferBack();
  if (!sent) {
    return null;
  }
  const { fileId, name, unit } = sent;
  return (
    <>
      {takeBack.error && <ProblemNotice problem={asProblem(takeBack.error)} />}
      <Notice kind="done" title={<Sent name={name} unit={unit} />} takesFocus={!takeBack.error}>
        <p>{t("unit.transfer.undoText")}</p>
        <div className={pageStyles.actions}>
          <Button
            variant="default"
            loading={takeBack.isPending}
            onClick={() =>
              takeBack.mutate(fileId, {
                onSuccess: () => {
                  rememberSentAway(undefined);
                  announce(t("unit.transfer.undone"));
                  navigate({ to: "/unit/$fileId", params: { fileId } });
                },
              })
            }
          >
            {t("unit.transfer.undo")}
          </Button>
          <Button variant="subtle" onClick={() => rememberSentAway(undefined)}>
            {t("unit.transfer.dismiss")}
          </Button>
        </div>
      </Notice>
    </>
  );
}

function Sent({ name, unit }: { name: string; unit: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="personal">{name}</span> {t("unit.transfer.done", { unit })}
    </>
  );
}
