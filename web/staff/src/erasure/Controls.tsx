import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Erasure } from "../api/types.ts";
import { useMe } from "../shell/session.tsx";
import styles from "./erasure.module.css";
import { LargeShare } from "./LargeShare.tsx";
import { mayResume, remaining, reversible } from "./stages.ts";
import { TypedNumber } from "./TypedNumber.tsx";
import type { useStep } from "./useErasures.ts";

const STOP_WORDS = {
  previewed: "erasure.stopPreview",
  requested: "erasure.stopRequest",
  suspended: "erasure.stop",
} as const;

/** Suspendre, Reprendre, Arrêter: always in reach while they mean something. */
export function Controls({ erasure, step }: { erasure: Erasure; step: ReturnType<typeof useStep> }) {
  const { t } = useTranslation();
  const me = useMe();
  const { state, paused } = erasure;
  const pausable = state === "suspended" || state === "removed" || state === "confirmed";
  if (!pausable && !reversible(state)) {
    return null;
  }
  const removed = erasure.progress?.removed ?? 0;
  // who did not ask for it refuses it, with a reason
  const refusedInstead = state === "requested" && erasure.requestedBy?.id !== me.id;
  return (
    <div className={styles.controls}>
      {paused && <strong>{t("erasure.paused")}</strong>}
      {pausable &&
        (paused ? (
          <Resume erasure={erasure} step={step} />
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={18} aria-hidden />}
            onClick={() => step.mutate({ step: "pause" })}
          >
            {t("erasure.pause")}
          </Button>
        ))}
      {state in STOP_WORDS && !refusedInstead && (
        <>
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={18} aria-hidden />}
            onClick={() => step.mutate({ step: "cancellation" })}
          >
            {removed > 0
              ? t("erasure.stopRest", { count: remaining(erasure) })
              : t(STOP_WORDS[state as keyof typeof STOP_WORDS])}
          </Button>
          {state === "suspended" && (
            <p className="quiet">
              {removed > 0 ? t("erasure.stopKeysGone", { count: removed }) : t("erasure.stopHelp")}
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** Letting it go on: once grace is over somebody else does, and writes the number if the run stopped itself. */
function Resume({ erasure, step }: { erasure: Erasure; step: ReturnType<typeof useStep> }) {
  const { t } = useTranslation();
  const me = useMe();
  const { share } = erasure;
  if (!mayResume(erasure, me.id, me.today)) {
    return <p>{t("erasure.resumeOther")}</p>;
  }
  if (share?.toConfirm) {
    return (
      <TypedNumber
        id="resumed-count"
        number={share.toConfirm}
        label={t("erasure.request.typeTogether", { count: share.toConfirm })}
        button={t("erasure.resume")}
        loading={step.isPending}
        onTyped={(confirmedCount) => step.mutate({ step: "resumption", confirmedCount })}
      >
        {share.stoppedItself && <p>{t("erasure.stoppedItself")}</p>}
        <LargeShare share={share} own={remaining(erasure)} />
      </TypedNumber>
    );
  }
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerPlay size={18} aria-hidden />}
      onClick={() => step.mutate({ step: "resumption" })}
    >
      {t("erasure.resume")}
    </Button>
  );
}
