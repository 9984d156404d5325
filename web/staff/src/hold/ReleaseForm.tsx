import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Hold, ReleaseReason } from "../api/types.ts";
import { PanelForm } from "../page/PanelForm.tsx";
import { useReleaseHold } from "./useHolds.ts";
import { useWhat } from "./useWhat.ts";

const REASONS: ReleaseReason[] = ["matter-closed", "handed-over", "request-answered", "placed-in-error"];

/** Ending a hold, and saying why. */
export function ReleaseForm({ hold, onClose }: { hold: Hold; onClose: (said?: string) => void }) {
  const { t } = useTranslation();
  const what = useWhat();
  const release = useReleaseHold(hold.holdId);
  const [reason, setReason] = useState<ReleaseReason | "">("");
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && !reason;

  function submit() {
    setAttempt(attempt + 1);
    if (reason) {
      release.mutate(reason, { onSuccess: () => onClose(t("hold.releasedSaid")) });
    }
  }

  return (
    <PanelForm
      id="hold-release"
      title={t("hold.releaseTitle", { what: what(hold) })}
      submit={t("hold.releaseAction")}
      cancel={t("hold.cancel")}
      startAt="hold-release-reason"
      busy={release.isPending}
      problem={release.error ? asProblem(release.error) : null}
      troubles={missing ? [{ field: "hold-release-reason", text: t("hold.reasonMissing") }] : []}
      attempt={attempt}
      onSubmit={submit}
      onCancel={onClose}
    >
      <p>{t("hold.releaseHelp")}</p>
      <NativeSelect
        id="hold-release-reason"
        label={t("hold.whyReleased")}
        value={reason}
        error={missing ? t("hold.reasonMissing") : undefined}
        onChange={(event) => setReason(event.currentTarget.value as ReleaseReason | "")}
        data={[
          { value: "", label: t("hold.choose") },
          ...REASONS.map((value) => ({ value, label: t(`hold.releases.${value}`) })),
        ]}
      />
    </PanelForm>
  );
}
