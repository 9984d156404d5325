import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Rotated } from "../api/types.ts";
import { PanelForm } from "../page/PanelForm.tsx";
import { useRotation } from "./useEpochs.ts";

/** Beginning the next epoch, after being told what that means for backups. */
export function RotateForm({ onClose }: { onClose: (rotated?: Rotated) => void }) {
  const { t } = useTranslation();
  const rotation = useRotation();
  return (
    <PanelForm
      id="epoch-rotate"
      title={t("epoch.rotateTitle")}
      submit={t("epoch.rotateAction")}
      cancel={t("epoch.cancel")}
      busy={rotation.isPending}
      problem={rotation.error ? asProblem(rotation.error) : null}
      kept={t("epoch.unchanged")}
      onSubmit={() => rotation.mutate(undefined, { onSuccess: onClose })}
      onCancel={() => onClose()}
    >
      <p>{t("epoch.rotateHelp")}</p>
      <p>
        <strong>{t("epoch.rotateBackups")}</strong>
      </p>
    </PanelForm>
  );
}
