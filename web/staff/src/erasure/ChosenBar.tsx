import { Button, NativeSelect } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Reason } from "../api/types.ts";
import { Form } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import styles from "./erasure.module.css";
import { usePreview } from "./useErasures.ts";

interface Props {
  personIds: string[];
  /** Whether every chosen file is past its date, so that the date is reason enough. */
  allDue: boolean;
  onClear: () => void;
}

const REASONS: Reason[] = ["deadline", "right-exercised", "consent-withdrawn", "recorded-in-error"];

/** What can be done with the chosen files: preview their erasure, for a reason. */
export function ChosenBar({ personIds, allDue, onClear }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<Reason | "">("");
  const [asked, setAsked] = useState(false);
  const preview = usePreview(({ erasureId }) =>
    navigate({ to: "/erasures/$erasureId", params: { erasureId }, ignoreBlocker: true }),
  );
  const reason = picked || (allDue ? "deadline" : "");

  return (
    <Form
      className={styles.chosen}
      onSubmit={() => {
        setAsked(true);
        if (reason) {
          preview.mutate({ personIds, reason });
        }
      }}
    >
      {preview.error && <ProblemNotice problem={asProblem(preview.error)} />}
      <div className={styles.chosenLine}>
        <strong role="status">{t("erasure.deadlines.chosen", { count: personIds.length })}</strong>
        <NativeSelect
          label={t("erasure.deadlines.reason")}
          value={reason}
          error={asked && !reason ? t("erasure.deadlines.reasonMissing") : undefined}
          onChange={(event) => setPicked(event.currentTarget.value as Reason)}
          data={[
            { value: "", label: "…" },
            ...REASONS.map((value) => ({ value, label: t(`erasure.reasons.${value}`) })),
          ]}
        />
        <Button type="submit" size="md" loading={preview.isPending}>
          {t("erasure.deadlines.previewChosen")}
        </Button>
        {personIds.length === 1 && (
          <Link to="/holds" search={{ person: personIds[0] }}>
            {t("erasure.deadlines.hold")}
          </Link>
        )}
        <button type="button" className={pageStyles.link} onClick={onClear}>
          {t("erasure.deadlines.clear")}
        </button>
      </div>
    </Form>
  );
}
