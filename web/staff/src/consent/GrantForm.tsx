import { Button, Group, Radio } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Given, Purpose } from "../api/types.ts";
import { Form, leaveForm } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { currentLanguage } from "../words/language.ts";
import styles from "./consent.module.css";
import { useGrant } from "./useConsents.ts";
import { useRecipientName } from "./words.ts";

const WAYS: Given[] = ["orally", "in-writing", "by-guardian"];

interface Props {
  purpose: Purpose;
  /** The recipient that a referral wants to tell. */
  askedFor: string | undefined;
  personId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Recording an agreement: how it was given, and to whom it extends. */
export function GrantForm({ purpose, askedFor, personId, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>("orally");
  const [recipient, setRecipient] = useState(
    purpose.recipients.find((one) => one === askedFor) ?? purpose.recipients[0],
  );
  const recipientName = useRecipientName();
  const grant = useGrant(personId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <Form
      className={styles.panel}
      onCancel={onCancel}
      onSubmit={() => {
        grant.mutate(
          {
            personId,
            purpose: purpose.code,
            given,
            language: currentLanguage(),
            ...(recipient ? { recipient } : {}),
          },
          { onSuccess: onDone },
        );
      }}
    >
      <h4 ref={heading} tabIndex={-1}>
        {t("consent.grantTitle", { purpose: purpose.label })}
      </h4>
      {grant.error && <ProblemNotice problem={asProblem(grant.error)} />}
      <p>{t("consent.grantSay")}</p>
      <Radio.Group label={t("consent.how")} value={given} onChange={(way) => setGiven(way as Given)}>
        <Group gap="lg" mt="xs">
          {WAYS.map((way) => (
            <Radio key={way} value={way} label={t(`consent.given.${way}`)} />
          ))}
        </Group>
      </Radio.Group>
      {purpose.recipients.length > 1 && (
        <Radio.Group label={t("consent.to")} value={recipient ?? ""} onChange={setRecipient}>
          <Group gap="lg" mt="xs">
            {purpose.recipients.map((one) => (
              <Radio key={one} value={one} label={recipientName(one)} />
            ))}
          </Group>
        </Radio.Group>
      )}
      <div className={pageStyles.actions}>
        <Button type="submit" loading={grant.isPending}>
          {t("consent.confirmGrant")}
        </Button>
        <Button variant="default" onClick={(event) => leaveForm(event.currentTarget, onCancel)}>
          {t("consent.cancel")}
        </Button>
      </div>
    </Form>
  );
}
