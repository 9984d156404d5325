import { useTranslation } from "react-i18next";
import type { Erasure } from "../api/types.ts";
import { Notice } from "../page/Notice.tsx";
import styles from "./erasure.module.css";
import { LargeShare } from "./LargeShare.tsx";
import { TypedNumber } from "./TypedNumber.tsx";
import type { useStep } from "./useErasures.ts";

interface Props {
  erasure: Erasure;
  step: ReturnType<typeof useStep>;
}

/** Asking for the erasure: what follows is said, and the number is written by hand. */
export function RequestForm({ erasure: { preview, share }, step }: Props) {
  const { t } = useTranslation();
  const own = preview?.erasable ?? 0;

  if (own === 0) {
    return (
      <Notice kind="info">
        <p>{t("erasure.request.nothing")}</p>
      </Notice>
    );
  }
  const together = share?.toConfirm;
  const number = together ?? own;
  return (
    <section className={styles.act}>
      <h2>{t("erasure.request.title")}</h2>
      <TypedNumber
        id="confirmed-count"
        number={number}
        label={t(together ? "erasure.request.typeTogether" : "erasure.request.type", { count: number })}
        button={t("erasure.request.button")}
        loading={step.isPending}
        onTyped={(confirmedCount) => step.mutate({ step: "request", confirmedCount })}
      >
        <LargeShare share={share} own={own} />
        <p>{t("erasure.request.text")}</p>
      </TypedNumber>
    </section>
  );
}
