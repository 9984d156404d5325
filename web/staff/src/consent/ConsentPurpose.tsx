import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Consent, Purpose } from "../api/types.ts";
import { inFull } from "../dates/days.ts";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./consent.module.css";
import { consequenceOf } from "./consequence.ts";
import { GrantForm } from "./GrantForm.tsx";
import { WithdrawForm } from "./WithdrawForm.tsx";
import { useCompartmentNames, useRecipientName } from "./words.ts";

interface Props {
  purpose: Purpose;
  purposes: Purpose[];
  /** This purpose's, withdrawn ones included. */
  consents: Consent[];
  /** All of the person's that are in force. */
  inForce: Consent[];
  personId: string;
  /** Set when a referral asks for this consent, for one recipient. */
  asked: { recipient: string | undefined } | undefined;
}

/** One purpose: what it covers, whether the person agreed, and the way to change that. */
export function ConsentPurpose({ purpose, purposes, consents, inForce, personId, asked }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(asked !== undefined && !consents.some((consent) => !consent.withdrawnOn));
  const button = useRef<HTMLButtonElement>(null);
  const [closed, setClosed] = useState(0);
  const named = useCompartmentNames();
  const recipientName = useRecipientName();
  const language = currentLanguage();
  const current = consents.find((consent) => !consent.withdrawnOn);
  const withdrawn = consents.filter((consent) => consent.withdrawnOn);

  useEffect(() => {
    if (closed > 0) {
      button.current?.focus();
    }
  }, [closed]);

  function close() {
    setOpen(false);
    setClosed((last) => last + 1);
  }

  function done(said: string) {
    announce(said);
    close();
  }

  return (
    <li>
      <div className={styles.row}>
        <div>
          <h3>{purpose.label}</h3>
          <p className="quiet">
            {t("consent.covers")} {named(purpose.compartments)}.
            {purpose.recipients.length > 0 &&
              ` ${t("consent.recipients", { names: purpose.recipients.map(recipientName).join(", ") })}`}
          </p>
          <p>
            {current
              ? t("consent.grantedOn", {
                  date: inFull(current.grantedOn, language),
                  given: t(`consent.given.${current.given ?? "unknown"}`),
                })
              : t("consent.none")}
          </p>
          {withdrawn.map((consent) => (
            <p key={consent.consentId} className="quiet">
              {t("consent.withdrawnOn", { date: inFull(consent.withdrawnOn ?? "", language) })}
            </p>
          ))}
        </div>
        {!open && (
          <Button ref={button} variant="default" onClick={() => setOpen(true)} className={styles.change}>
            {t(current ? "consent.withdraw" : "consent.grant")}
            <span className="visually-hidden"> : {purpose.label}</span>
          </Button>
        )}
      </div>
      {open && current && (
        <WithdrawForm
          consent={current}
          consequence={consequenceOf(current, purposes, inForce)}
          personId={personId}
          onDone={() => done(t("consent.withdrawn"))}
          onCancel={close}
        />
      )}
      {open && !current && (
        <GrantForm
          purpose={purpose}
          askedFor={asked?.recipient}
          personId={personId}
          onDone={() => done(t("consent.granted"))}
          onCancel={close}
        />
      )}
    </li>
  );
}
