import { NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RELIABILITIES, type Reliability, SOURCES, type SourceKind } from "../api/reported.ts";
import { DayField } from "../dates/DayField.tsx";
import { SheetForm } from "../draft/SheetForm.tsx";
import { useDesk } from "../draft/useDesk.ts";
import { ErrorSummary, type FieldTrouble } from "../page/ErrorSummary.tsx";
import formStyles from "../page/form.module.css";
import { useMe } from "../shell/session.tsx";
import { asNewInformation, type InformationDraft, informationSheet, troubleIn } from "./informationSheet.ts";
import { recordInformation } from "./useInformation.ts";

/** Information reçue d'un tiers: what was said, by whom, how it is known; and what will be owed because of it. */
export function InformationForm({ fileId }: { fileId: string }) {
  const desk = useDesk(fileId, informationSheet);
  return desk.writing.draft && <Fields fileId={fileId} desk={desk} draft={desk.writing.draft} />;
}

interface FieldsProps {
  fileId: string;
  desk: ReturnType<typeof useDesk<InformationDraft>>;
  draft: InformationDraft;
}

function Fields({ fileId, desk, draft }: FieldsProps) {
  const { t } = useTranslation();
  const { today } = useMe();
  const [attempt, setAttempt] = useState(0);
  const found = attempt > 0 ? troubleIn(draft, today) : {};
  const said = (code: "date" | "ahead" | "text" | "kind" | undefined) =>
    code && t(`reported.missing.${code}`);
  const troubles: FieldTrouble[] = [
    { field: "information-date", text: said(found.receivedOn) },
    { field: "information-text", text: said(found.text) },
    { field: "information-kind", text: said(found.kind) },
  ].flatMap(({ field, text }) => (text ? [{ field, text }] : []));
  const edit = (change: Partial<InformationDraft>) => desk.act({ do: "edit", change });

  function submit() {
    if (Object.keys(troubleIn(draft, today)).length > 0) {
      setAttempt((last) => last + 1);
    } else {
      desk.send((information, key) => recordInformation(fileId, asNewInformation(information), key));
    }
  }

  return (
    <SheetForm
      fileId={fileId}
      desk={desk}
      sheet={informationSheet}
      title={t("file.write.third-party")}
      firstField="information-text"
      onSubmit={submit}
    >
      <p className={`quiet ${formStyles.note}`}>{t("reported.lead")}</p>
      <ErrorSummary attempt={attempt} troubles={troubles} />
      <DayField
        id="information-date"
        className={formStyles.date}
        label={t("reported.fields.receivedOn")}
        max={today}
        value={draft.receivedOn}
        error={said(found.receivedOn)}
        onChange={(day) => edit({ receivedOn: day })}
      />
      <Textarea
        id="information-text"
        label={t("reported.fields.text")}
        description={t("reported.fields.textHelp")}
        classNames={{ input: `personal ${formStyles.text}` }}
        autosize
        minRows={4}
        spellCheck
        value={draft.text}
        error={said(found.text)}
        onChange={(event) => edit({ text: event.currentTarget.value })}
      />
      <NativeSelect
        id="information-kind"
        label={t("reported.fields.kind")}
        data={[
          { value: "", label: t("reported.fields.choose") },
          ...SOURCES.map((kind) => ({ value: kind, label: t(`reported.sources.${kind}`) })),
        ]}
        value={draft.kind}
        error={said(found.kind)}
        onChange={(event) => edit({ kind: event.currentTarget.value as SourceKind | "" })}
      />
      {draft.kind !== "anonymous" && (
        <div className={formStyles.pair}>
          <TextInput
            id="information-name"
            label={t("reported.fields.name")}
            classNames={{ input: "personal" }}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => edit({ name: event.currentTarget.value })}
          />
          <TextInput
            id="information-details"
            label={t("reported.fields.details")}
            classNames={{ input: "personal" }}
            autoComplete="off"
            value={draft.details}
            onChange={(event) => edit({ details: event.currentTarget.value })}
          />
        </div>
      )}
      <Radio.Group
        label={t("reported.fields.reliability")}
        value={draft.reliability}
        onChange={(how) => edit({ reliability: how as Reliability })}
      >
        <div className={formStyles.choices}>
          {RELIABILITIES.map((how) => (
            <Radio
              key={how}
              value={how}
              label={t(`reported.reliabilities.${how}`)}
              className={formStyles.sentence}
            />
          ))}
        </div>
      </Radio.Group>
      <p className={`quiet ${formStyles.note}`}>{t("reported.after")}</p>
    </SheetForm>
  );
}
