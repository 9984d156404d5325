import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Erasure } from "../api/types.ts";
import styles from "./erasure.module.css";
import { reversible } from "./stages.ts";
import type { useStep } from "./useErasures.ts";

const STOP_WORDS = {
  previewed: "erasure.stopPreview",
  requested: "erasure.stopRequest",
  suspended: "erasure.stop",
} as const;

/** Suspendre, Reprendre, Arrêter: always in reach while they mean something. */
export function Controls({ erasure, step }: { erasure: Erasure; step: ReturnType<typeof useStep> }) {
  const { t } = useTranslation();
  const { state, paused } = erasure;
  const pausable = state === "suspended" || state === "removed" || state === "confirmed";
  if (!pausable && !reversible(state)) {
    return null;
  }
  const removedAlready = (erasure.progress?.removed ?? 0) > 0;
  return (
    <div className={styles.controls}>
      {paused && <strong>{t("erasure.paused")}</strong>}
      {pausable &&
        (paused ? (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
            onClick={() => step.mutate({ step: "resumption" })}
          >
            {t("erasure.resume")}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={18} aria-hidden />}
            onClick={() => step.mutate({ step: "pause" })}
          >
            {t("erasure.pause")}
          </Button>
        ))}
      {state in STOP_WORDS && (
        <>
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={18} aria-hidden />}
            onClick={() => step.mutate({ step: "cancellation" })}
          >
            {t(STOP_WORDS[state as keyof typeof STOP_WORDS])}
          </Button>
          {state === "suspended" && (
            <p className="quiet">{t(removedAlready ? "erasure.stopKeysGone" : "erasure.stopHelp")}</p>
          )}
        </>
      )}
    </div>
  );
}
