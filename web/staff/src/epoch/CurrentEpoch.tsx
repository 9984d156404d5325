import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Epochs, Rotated } from "../api/types.ts";
import facts from "../certificate/certificate.module.css";
import { distance, localDay, momentInFull } from "../dates/days.ts";
import { Fact } from "../page/Fact.tsx";
import { Notice } from "../page/Notice.tsx";
import { useOpening } from "../page/useOpening.ts";
import { useHasRole } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { RotateForm } from "./RotateForm.tsx";

/** The current epoch, and the next on demand: a question first, and what came of it after. */
export function CurrentEpoch({ epochs: { current, since, endsAt, store } }: { epochs: Epochs }) {
  const { t } = useTranslation();
  const rotates = useHasRole("retention-admin");
  const language = currentLanguage();
  const [rotated, setRotated] = useState<Rotated>();
  const said = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { open, setOpen, close } = useOpening(false, false, () => said.current ?? button.current);

  function ask() {
    setRotated(undefined);
    setOpen(true);
  }

  function done(came?: Rotated) {
    setRotated(came);
    close();
  }

  return (
    <>
      <dl className={facts.facts}>
        <Fact name={t("epoch.number")}>{current}</Fact>
        <Fact name={t("epoch.since")}>{momentInFull(since, language)}</Fact>
        <Fact name={t("epoch.ends")}>
          {t("epoch.endsAt", {
            when: momentInFull(endsAt, language),
            distance: distance(localDay(new Date().toISOString()), localDay(endsAt), language),
          })}
        </Fact>
        <Fact name={t("epoch.where")}>{t(`epoch.stores.${store}`)}</Fact>
      </dl>
      {rotated && (
        <div ref={said} tabIndex={-1}>
          <Notice kind={rotated.ending.length > 0 ? "trouble" : "done"}>
            <p>{t("epoch.begun", { epoch: rotated.epoch })}</p>
            <p>{t(rotated.ending.length > 0 ? "epoch.notYet" : "epoch.done")}</p>
            <p>{t("epoch.backUp")}</p>
          </Notice>
        </div>
      )}
      {rotates && (
        <Button ref={button} variant="default" aria-expanded={open} onClick={ask}>
          {t("epoch.rotate")}
        </Button>
      )}
      {open && <RotateForm onClose={done} />}
    </>
  );
}
