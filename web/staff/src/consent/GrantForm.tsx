import { Button, Checkbox, Group, Radio, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Compartment, Given, Purpose } from "../api/types.ts";
import { DayField } from "../dates/DayField.tsx";
import { isDay } from "../dates/typed.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { Form, leaveForm } from "../page/Form.tsx";
import formStyles from "../page/form.module.css";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { TO_BE_NAMED } from "../referral/referralSheet.ts";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { written } from "../words/written.ts";
import type { Asked } from "./asked.ts";
import styles from "./consent.module.css";
import { useGrant } from "./useConsents.ts";
import { useRecipientName } from "./words.ts";

const WAYS: Given[] = ["orally", "in-writing", "by-guardian"];

interface Props {
  purpose: Purpose;
  /** What a referral that waits asks for. */
  askedFor: Asked | undefined;
  personId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Recording an agreement: how it was given, and to whom it extends. */
export function GrantForm({ purpose, askedFor, personId, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>("orally");
  const [recipient, setRecipient] = useState(
    purpose.recipients.find((one) => one === askedFor?.recipient) ?? purpose.recipients[0],
  );
  const [partner, setPartner] = useState(askedFor?.partner ?? "");
  const [compartments, setCompartments] = useState<readonly Compartment[]>(startingWith(purpose, askedFor));
  const { today } = useMe();
  const [grantedOn, setGrantedOn] = useState(today);
  const [attempt, setAttempt] = useState(0);
  const named = recipient === TO_BE_NAMED;
  const noPartner =
    attempt > 0 && named && written(partner) === "" ? t("consent.missing.partner") : undefined;
  const noDay = attempt > 0 && !isDay(grantedOn) ? t("consent.missing.day") : undefined;
  const nothing = attempt > 0 && compartments.length === 0 ? t("consent.missing.compartments") : undefined;
  const recipientName = useRecipientName();
  const grant = useGrant(personId);
  const id = (field: string) => `grant-${purpose.code}-${field}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <Form
      className={styles.panel}
      onCancel={onCancel}
      onSubmit={() => {
        setAttempt((last) => last + 1);
        if (!isDay(grantedOn) || compartments.length === 0 || (named && written(partner) === "")) {
          return;
        }
        grant.mutate(
          {
            personId,
            purpose: purpose.code,
            given,
            ...(grantedOn === today ? {} : { grantedOn }),
            language: currentLanguage(),
            compartments: [...compartments],
            ...(recipient ? { recipient } : {}),
            ...(named ? { partner: written(partner) } : {}),
          },
          { onSuccess: onDone },
        );
      }}
    >
      <h4 ref={heading} tabIndex={-1}>
        {t("consent.grantTitle", { purpose: purpose.label })}
      </h4>
      {grant.error && <ProblemNotice problem={asProblem(grant.error)} />}
      <ErrorSummary
        attempt={attempt}
        troubles={[
          ...(noDay ? [{ field: id("day"), text: noDay }] : []),
          ...(noPartner ? [{ field: id("partner"), text: noPartner }] : []),
          ...(nothing ? [{ field: id(purpose.compartments[0] ?? ""), text: nothing }] : []),
        ]}
      />
      <p>{t("consent.grantSay")}</p>
      <Radio.Group label={t("consent.how")} value={given} onChange={(way) => setGiven(way as Given)}>
        <Group gap="lg" mt="xs">
          {WAYS.map((way) => (
            <Radio key={way} value={way} label={t(`consent.given.${way}`)} />
          ))}
        </Group>
      </Radio.Group>
      <DayField
        id={id("day")}
        label={t("consent.day")}
        max={today}
        required
        error={noDay}
        value={grantedOn}
        onChange={setGrantedOn}
      />
      {purpose.recipients.length > 1 && (
        <Radio.Group label={t("consent.to")} value={recipient ?? ""} onChange={setRecipient}>
          <Group gap="lg" mt="xs">
            {purpose.recipients.map((one) => (
              <Radio key={one} value={one} label={recipientName(one)} />
            ))}
          </Group>
        </Radio.Group>
      )}
      {named && (
        <TextInput
          id={id("partner")}
          label={t("consent.partner")}
          description={t("consent.partnerHelp")}
          classNames={{ input: "personal" }}
          autoComplete="off"
          value={partner}
          error={noPartner}
          onChange={(event) => setPartner(event.currentTarget.value)}
        />
      )}
      <Checkbox.Group
        label={t("consent.agreedTo")}
        value={[...compartments]}
        error={nothing}
        onChange={(chosen) => setCompartments(chosen as Compartment[])}
      >
        <div className={formStyles.choices}>
          {purpose.compartments.map((compartment) => (
            <Checkbox
              key={compartment}
              id={id(compartment)}
              value={compartment}
              label={t(`consent.compartments.${compartment}`)}
              className={formStyles.sentence}
            />
          ))}
        </div>
      </Checkbox.Group>
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

/** What the referral wants to share, and no more; without one, what the purpose covers. */
function startingWith(purpose: Purpose, asked: Asked | undefined): readonly Compartment[] {
  const wanted = purpose.compartments.filter((one) => asked?.compartments.includes(one));
  return wanted.length > 0 ? wanted : purpose.compartments;
}
