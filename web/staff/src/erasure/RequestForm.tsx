import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Erasure } from "../api/types.ts";
import { Notice } from "../page/Notice.tsx";
import { written } from "../words/written.ts";
import styles from "./erasure.module.css";
import { usePercent } from "./percent.ts";
import type { useStep } from "./useErasures.ts";

const LARGE = 0.2;

interface Props {
  erasure: Erasure;
  step: ReturnType<typeof useStep>;
}

/** Asking for the erasure: what follows is said, and the number is written by hand. */
export function RequestForm({ erasure: { preview }, step }: Props) {
  const { t } = useTranslation();
  const percent = usePercent();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const count = preview?.erasable ?? 0;

  if (count === 0) {
    return (
      <Notice kind="info">
        <p>{t("erasure.request.nothing")}</p>
      </Notice>
    );
  }
  return (
    <form
      className={styles.act}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const matches = written(typed) === String(count);
        setWrong(!matches);
        if (matches) {
          step.mutate({ step: "request", confirmedCount: count });
        } else {
          field.current?.focus();
        }
      }}
    >
      <h2>{t("erasure.request.title")}</h2>
      {(preview?.shareOfBase ?? 0) > LARGE && (
        <p className="late">{t("erasure.request.large", { share: percent(preview?.shareOfBase ?? 0) })}</p>
      )}
      <p>{t("erasure.request.text")}</p>
      <TextInput
        ref={field}
        id="confirmed-count"
        className={styles.count}
        label={t("erasure.request.type", { count })}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={wrong ? t("erasure.request.mismatch") : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={step.isPending}>
        {t("erasure.request.button")}
      </Button>
    </form>
  );
}
