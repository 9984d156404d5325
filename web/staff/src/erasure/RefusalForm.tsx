import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Erasure, Refusal } from "../api/types.ts";
import { Form } from "../page/Form.tsx";
import styles from "./erasure.module.css";
import type { useStep } from "./useErasures.ts";

const REASONS = [
  "still-needed",
  "dispute",
  "archives",
  "wrong-list",
  "no-right",
] as const satisfies Refusal[];

/** Refusing what somebody else asked for: the reason is chosen, and told to who asked. */
export function RefusalForm({ erasure, step }: { erasure: Erasure; step: ReturnType<typeof useStep> }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Refusal | "">("");
  const [missing, setMissing] = useState(false);

  function refuse() {
    setMissing(!reason);
    if (reason) {
      step.mutate({ step: "refusal", reason });
    }
  }

  return (
    <section className={styles.act}>
      <h2>{t("erasure.refusal.title")}</h2>
      <p>{t("erasure.refusal.help", { name: erasure.requestedBy?.name ?? "" })}</p>
      <Form light onSubmit={refuse}>
        <NativeSelect
          label={t("erasure.refusal.reason")}
          value={reason}
          error={missing && !reason ? t("erasure.refusal.missing") : undefined}
          onChange={(event) => setReason(event.currentTarget.value as Refusal | "")}
          data={[
            { value: "", label: "" },
            ...REASONS.map((value) => ({ value, label: t(`erasure.refusal.reasons.${value}`) })),
          ]}
        />
        <Button type="submit" variant="default" mt="sm" loading={step.isPending}>
          {t("erasure.refuse")}
        </Button>
      </Form>
    </section>
  );
}
