import { Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { EXCEPTIONS, type Exception } from "../api/reported.ts";
import formStyles from "../page/form.module.css";
import { PanelForm } from "../page/PanelForm.tsx";
import { written } from "../words/written.ts";
import type { DecisionProps } from "./NoticeForm.tsx";
import { useException } from "./useInformation.ts";

/** The person is not told: for one of the reasons the law knows, and why it applies here. */
export function ExceptionForm({ information, fileId, onDone, onCancel }: DecisionProps) {
  const { t } = useTranslation();
  const { informationId } = information;
  const exception = useException(fileId, informationId);
  const [reason, setReason] = useState<Exception | "">("");
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const reasonTrouble = attempt > 0 && reason === "" ? t("reported.missing.reason") : undefined;
  const textTrouble = attempt > 0 && written(text) === "" ? t("reported.missing.reasonText") : undefined;
  const first = `exception-${informationId}-${EXCEPTIONS[0]}`;
  const field = `exception-text-${informationId}`;

  function submit() {
    setAttempt((last) => last + 1);
    if (reason !== "" && written(text) !== "") {
      exception.mutate(
        { reason, reasonText: written(text) },
        { onSuccess: () => onDone(t("reported.notice.exceptDone")) },
      );
    }
  }

  return (
    <PanelForm
      id={`exception-${informationId}`}
      level={4}
      title={t("reported.notice.exceptTitle")}
      submit={t("reported.notice.confirmExcept")}
      cancel={t("reported.back")}
      onSubmit={submit}
      onCancel={onCancel}
      busy={exception.isPending}
      problem={exception.error ? asProblem(exception.error) : null}
      attempt={attempt}
      troubles={[
        ...(reasonTrouble ? [{ field: first, text: reasonTrouble }] : []),
        ...(textTrouble ? [{ field, text: textTrouble }] : []),
      ]}
    >
      <p>{t("reported.notice.exceptSay")}</p>
      <Radio.Group
        label={t("reported.notice.why")}
        value={reason}
        error={reasonTrouble}
        onChange={(why) => setReason(why as Exception)}
      >
        <div className={formStyles.choices}>
          {EXCEPTIONS.map((why) => (
            <Radio
              key={why}
              id={`exception-${informationId}-${why}`}
              value={why}
              label={t(`reported.exceptions.${why}`)}
              className={formStyles.sentence}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        id={field}
        label={t("reported.notice.whyText")}
        classNames={{ input: `personal ${formStyles.text}` }}
        autosize
        minRows={2}
        required
        value={text}
        error={textTrouble}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </PanelForm>
  );
}
