import { useTranslation } from "react-i18next";
import type { Replayed } from "../api/failed.ts";
import { asProblem } from "../api/problem.ts";
import { PanelForm } from "../page/PanelForm.tsx";
import { shortNumber } from "../person/names.ts";
import { type Failed, useDealing } from "./useFailed.ts";
import { useFailedWords } from "./words.ts";

/** Never applying a message, after being told what that means. */
export function PassOverForm({
  message,
  onClose,
}: {
  message: Failed;
  onClose: (outcome?: Replayed) => void;
}) {
  const { t } = useTranslation();
  const words = useFailedWords();
  const passing = useDealing(message, "passing-over");
  return (
    <PanelForm
      id="failed-pass-over"
      title={t("failed.passOverTitle", { number: shortNumber(message.id) })}
      submit={t("failed.passOverAction")}
      cancel={t("failed.cancel")}
      busy={passing.isPending}
      problem={passing.error ? asProblem(passing.error) : null}
      onSubmit={() => passing.mutate(undefined, { onSuccess: onClose })}
      onCancel={() => onClose()}
    >
      <p>{t("failed.passOverHelp", { service: words.service(message.domain) })}</p>
    </PanelForm>
  );
}
