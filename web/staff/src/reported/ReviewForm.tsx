import { Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Review } from "../api/reported.ts";
import formStyles from "../page/form.module.css";
import { PanelForm } from "../page/PanelForm.tsx";
import { written } from "../words/written.ts";
import type { DecisionProps } from "./NoticeForm.tsx";
import styles from "./reported.module.css";
import { useReview } from "./useInformation.ts";

const OUTCOMES: Review[] = ["kept", "dismissed"];

/** Looking at it again: kept for another year, or dismissed; each says what it means before it is done. */
export function ReviewForm({ information, fileId, onDone, onCancel }: DecisionProps) {
  const { t } = useTranslation();
  const { informationId } = information;
  const review = useReview(fileId, informationId);
  const [outcome, setOutcome] = useState<Review | "">("");
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const trouble = attempt > 0 && outcome === "" ? t("reported.missing.outcome") : undefined;
  const first = `review-${informationId}-kept`;

  function submit() {
    setAttempt((last) => last + 1);
    if (outcome !== "") {
      review.mutate(
        { outcome, ...(written(text) ? { reasonText: written(text) } : {}) },
        { onSuccess: () => onDone(t(`reported.review.done.${outcome}`)) },
      );
    }
  }

  return (
    <PanelForm
      id={`review-${informationId}`}
      level={4}
      title={t("reported.review.formTitle")}
      submit={t(`reported.review.confirm.${outcome === "" ? "kept" : outcome}`)}
      cancel={t("reported.back")}
      onSubmit={submit}
      onCancel={onCancel}
      busy={review.isPending}
      problem={review.error ? asProblem(review.error) : null}
      attempt={attempt}
      troubles={trouble ? [{ field: first, text: trouble }] : []}
    >
      <Radio.Group
        label={t("reported.review.what")}
        value={outcome}
        error={trouble}
        onChange={(what) => setOutcome(what as Review)}
      >
        <div className={formStyles.choices}>
          {OUTCOMES.map((what) => (
            <Radio
              key={what}
              id={`review-${informationId}-${what}`}
              value={what}
              label={t(`reported.review.outcomes.${what}`)}
              description={<span className={styles.means}>{t(`reported.review.means.${what}`)}</span>}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        id={`review-text-${informationId}`}
        label={t("reported.review.why")}
        classNames={{ input: `personal ${formStyles.text}` }}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </PanelForm>
  );
}
