import { Button } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Consent, Purpose } from "../api/types.ts";
import { inFull } from "../dates/days.ts";
import { useOpening } from "../page/useOpening.ts";
import { TO_BE_NAMED } from "../referral/referralSheet.ts";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./consent.module.css";
import { consequenceOf } from "./consequence.ts";
import { ToTell } from "./ToTell.tsx";
import { WithdrawForm } from "./WithdrawForm.tsx";
import { useCompartmentNames } from "./words.ts";

interface Props {
  consent: Consent;
  purpose: Purpose;
  purposes: Purpose[];
  /** All of the person's that are in force. */
  inForce: Consent[];
  personId: string;
  fileId: string;
}

/** One agreement: to whom and to what, how it was given, and the way to take it back; afterwards, whom to tell. */
export function Agreement({ consent, purpose, purposes, inForce, personId, fileId }: Props) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const { open, setOpen, close } = useOpening(false, false, () => button.current);
  const named = useCompartmentNames();
  const language = currentLanguage();

  const action = consent.withdrawnOn ? "consent.whomToTell" : "consent.withdraw";
  return (
    <>
      <div className={`${styles.row} ${styles.agreement}`}>
        <div className={consent.withdrawnOn ? "quiet" : undefined}>
          <p>
            {consent.partner && <strong className="personal">{consent.partner} : </strong>}
            {t("consent.grantedOn", {
              date: inFull(consent.grantedOn, language),
              given: t(`consent.given.${consent.given ?? "unknown"}`),
            })}
            {` (${named(consent.compartments)}).`}
            {consent.withdrawnOn &&
              ` ${t("consent.withdrawnOn", { date: inFull(consent.withdrawnOn, language) })}.`}
          </p>
          {consent.recipient === TO_BE_NAMED && !consent.partner && !consent.withdrawnOn && (
            <p className="quiet">{t("consent.namesNobody")}</p>
          )}
        </div>
        {!open && (!consent.withdrawnOn || consent.recipient) && (
          <Button ref={button} variant="default" onClick={() => setOpen(true)} className={styles.change}>
            {t(action)}
            <span className="visually-hidden"> : {purpose.label}</span>
          </Button>
        )}
      </div>
      {open && !consent.withdrawnOn && (
        <WithdrawForm
          consent={consent}
          consequence={consequenceOf(consent, purposes, inForce)}
          personId={personId}
          fileId={fileId}
          onDone={() => announce(t("consent.withdrawn"))}
          onCancel={() => close()}
        />
      )}
      {open && consent.withdrawnOn && (
        <div className={styles.panel}>
          <ToTell consent={consent} fileId={fileId} />
          <Button variant="default" onClick={() => close()} className={styles.change}>
            {t("consent.cancel")}
          </Button>
        </div>
      )}
    </>
  );
}
