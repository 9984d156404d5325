import { Button } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Consent, Purpose } from "../api/types.ts";
import { useOpening } from "../page/useOpening.ts";
import { TO_BE_NAMED } from "../referral/referralSheet.ts";
import { Agreement } from "./Agreement.tsx";
import type { Asked } from "./asked.ts";
import styles from "./consent.module.css";
import { GrantForm } from "./GrantForm.tsx";
import { useCompartmentNames, useRecipientName } from "./words.ts";

interface Props {
  purpose: Purpose;
  purposes: Purpose[];
  /** This purpose's, withdrawn ones included. */
  consents: Consent[];
  /** All of the person's that are in force. */
  inForce: Consent[];
  personId: string;
  fileId: string;
  /** Set when a referral asks for this consent, for one recipient. */
  asked: Asked | undefined;
}

/** One purpose: what it covers, to whom the person agreed to it, and the way to change that. */
export function ConsentPurpose({ purpose, purposes, consents, inForce, personId, fileId, asked }: Props) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const { open, setOpen, close } = useOpening(false, asked !== undefined, () => button.current);
  const named = useCompartmentNames();
  const recipientName = useRecipientName();
  const current = consents.some((consent) => !consent.withdrawnOn);
  const another = !current || purpose.recipients.includes(TO_BE_NAMED);

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
          {!current && <p>{t("consent.none")}</p>}
        </div>
        {!open && another && (
          <Button ref={button} variant="default" onClick={() => setOpen(true)} className={styles.change}>
            {t(current ? "consent.grantAnother" : "consent.grant")}
            <span className="visually-hidden"> : {purpose.label}</span>
          </Button>
        )}
      </div>
      {consents.map((consent) => (
        <Agreement
          key={consent.consentId}
          consent={consent}
          purpose={purpose}
          purposes={purposes}
          inForce={inForce}
          personId={personId}
          fileId={fileId}
        />
      ))}
      {open && another && (
        <GrantForm
          purpose={purpose}
          askedFor={asked}
          personId={personId}
          onDone={() => close(t("consent.granted"))}
          onCancel={() => close()}
        />
      )}
    </li>
  );
}
