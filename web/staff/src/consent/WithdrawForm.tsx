import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Consent } from "../api/types.ts";
import { Form, leaveForm } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import styles from "./consent.module.css";
import type { Consequence } from "./consequence.ts";
import { ToTell } from "./ToTell.tsx";
import { useWithdrawal } from "./useConsents.ts";
import { useCompartmentNames } from "./words.ts";

interface Props {
  consent: Consent;
  consequence: Consequence;
  personId: string;
  fileId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Withdrawing takes as many steps as granting, and says what will be destroyed. */
export function WithdrawForm({ consent, consequence, personId, fileId, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const named = useCompartmentNames();
  const withdrawal = useWithdrawal(personId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <Form
      className={styles.panel}
      onCancel={onCancel}
      onSubmit={() => {
        withdrawal.mutate(consent.consentId, { onSuccess: onDone });
      }}
    >
      <h4 ref={heading} tabIndex={-1}>
        {t("consent.withdrawTitle", { purpose: consent.label })}
      </h4>
      {withdrawal.error && <ProblemNotice problem={asProblem(withdrawal.error)} />}
      {consent.recipient && (
        <>
          <p>{t("consent.ends")}</p>
          <ToTell consent={consent} fileId={fileId} />
        </>
      )}
      <dl className={styles.consequence}>
        <dt>{t("consent.destroyed")}</dt>
        <dd>
          {consequence.destroyed.length > 0 ? (
            <strong className={styles.upper}>{named(consequence.destroyed)}</strong>
          ) : (
            t("consent.nothingDestroyed")
          )}
        </dd>
        {consequence.stays.length > 0 && (
          <>
            <dt>{t("consent.stays")}</dt>
            {consequence.stays.map(({ compartments, because }) => (
              <dd key={because} className={styles.upper}>
                {t("consent.staysBecause", { compartments: named(compartments), purpose: because })}
              </dd>
            ))}
          </>
        )}
      </dl>
      <div className={pageStyles.actions}>
        <Button type="submit" loading={withdrawal.isPending}>
          {t("consent.confirmWithdraw")}
        </Button>
        <Button variant="default" onClick={(event) => leaveForm(event.currentTarget, onCancel)}>
          {t("consent.cancel")}
        </Button>
      </div>
    </Form>
  );
}
