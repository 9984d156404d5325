import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Compartment } from "../api/types.ts";
import { DayField } from "../dates/DayField.tsx";
import { SheetForm } from "../draft/SheetForm.tsx";
import { useDesk } from "../draft/useDesk.ts";
import { ErrorSummary, type FieldTrouble } from "../page/ErrorSummary.tsx";
import formStyles from "../page/form.module.css";
import { useMe } from "../shell/session.tsx";
import { written } from "../words/written.ts";
import { Permission } from "./Permission.tsx";
import {
  asNewReferral,
  type ReferralDraft,
  referralSheet,
  SHAREABLE,
  TO_BE_NAMED,
  troubleIn,
} from "./referralSheet.ts";
import { recordReferral, useCheck, useRecipients } from "./useReferrals.ts";

/** Orientation: to whom and what, then whether that is permitted, and only then what is asked. */
export function ReferralForm({ fileId }: { fileId: string }) {
  const desk = useDesk(fileId, referralSheet);
  return desk.writing.draft && <Fields fileId={fileId} desk={desk} draft={desk.writing.draft} />;
}

interface FieldsProps {
  fileId: string;
  desk: ReturnType<typeof useDesk<ReferralDraft>>;
  draft: ReferralDraft;
}

function Fields({ fileId, desk, draft }: FieldsProps) {
  const { t } = useTranslation();
  const { today } = useMe();
  const recipients = useRecipients();
  const check = useCheck(fileId, draft);
  const [attempt, setAttempt] = useState(0);
  const asked =
    draft.recipient !== "" &&
    draft.compartments.length > 0 &&
    (draft.recipient !== TO_BE_NAMED || written(draft.partner) !== "");
  const permitted = asked && check.data?.permitted === true;
  const found = attempt > 0 ? troubleIn(draft, today) : {};
  const said = (code: (typeof found)[keyof typeof found]) => code && t(`referral.missing.${code}`);
  const troubles: FieldTrouble[] = [
    { field: "referral-recipient", text: said(found.recipient) },
    {
      field: "referral-recipient",
      text: attempt > 0 && asked && check.data?.permitted === false ? t("referral.missing.basis") : undefined,
    },
    { field: "referral-partner", text: said(found.partner) },
    { field: "share-identity", text: said(found.compartments) },
    ...(permitted
      ? [
          { field: "referral-text", text: said(found.text) },
          { field: "referral-date", text: said(found.date) },
          { field: "referral-follow-up", text: said(found.followUpOn) },
        ]
      : []),
  ].flatMap(({ field, text }) => (text ? [{ field, text }] : []));
  const edit = (change: Partial<ReferralDraft>) => desk.act({ do: "edit", change });

  function submit() {
    if (!permitted || Object.keys(troubleIn(draft, today)).length > 0) {
      setAttempt((last) => last + 1);
    } else {
      desk.send((referral, key) => recordReferral(fileId, asNewReferral(referral), key));
    }
  }

  return (
    <SheetForm
      fileId={fileId}
      desk={desk}
      sheet={referralSheet}
      title={t("file.write.referral")}
      firstField="referral-recipient"
      onSubmit={submit}
    >
      <ErrorSummary attempt={attempt} troubles={troubles} />
      <NativeSelect
        id="referral-recipient"
        label={t("referral.fields.recipient")}
        data={[
          { value: "", label: t("referral.fields.choose") },
          ...(["agency", "partner"] as const).map((kind) => ({
            group: t(kind === "agency" ? "referral.fields.agency" : "referral.fields.partners"),
            items: recipients
              .filter((one) => one.kind === kind)
              .map(({ code, label }) => ({ value: code, label })),
          })),
        ]}
        value={draft.recipient}
        error={said(found.recipient)}
        onChange={(event) => edit({ recipient: event.currentTarget.value })}
      />
      {draft.recipient === TO_BE_NAMED && (
        <TextInput
          id="referral-partner"
          label={t("referral.fields.partner")}
          description={t("referral.fields.partnerHelp")}
          classNames={{ input: "personal" }}
          autoComplete="off"
          value={draft.partner}
          error={said(found.partner)}
          onChange={(event) => edit({ partner: event.currentTarget.value })}
        />
      )}
      <Checkbox.Group
        label={t("referral.fields.compartments")}
        description={t("referral.fields.compartmentsHelp")}
        error={said(found.compartments)}
        value={draft.compartments}
        onChange={(chosen) => edit({ compartments: chosen as Compartment[] })}
      >
        <div className={formStyles.choices}>
          {SHAREABLE.map((compartment) => (
            <Checkbox
              key={compartment}
              id={`share-${compartment}`}
              value={compartment}
              label={t(`consent.compartments.${compartment}`)}
              className={formStyles.sentence}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Permission check={check} asked={asked} fileId={fileId} recipient={draft.recipient} />
      {(permitted || draft.text !== "") && (
        <>
          <Textarea
            id="referral-text"
            label={t("referral.fields.text")}
            classNames={{ input: `personal ${formStyles.text}` }}
            autosize
            minRows={4}
            spellCheck
            value={draft.text}
            error={permitted && said(found.text)}
            onChange={(event) => edit({ text: event.currentTarget.value })}
          />
          <div className={formStyles.pair}>
            <DayField
              id="referral-date"
              label={t("referral.fields.date")}
              max={today}
              value={draft.date}
              error={permitted && said(found.date)}
              onChange={(day) => edit({ date: day })}
            />
            <DayField
              id="referral-follow-up"
              label={t("referral.fields.followUpOn")}
              value={draft.followUpOn}
              error={permitted && said(found.followUpOn)}
              onChange={(day) => edit({ followUpOn: day })}
            />
          </div>
        </>
      )}
    </SheetForm>
  );
}
