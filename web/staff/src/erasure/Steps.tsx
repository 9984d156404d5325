import { IconCircle, IconCircleCheck, IconProgress } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Erasure } from "../api/types.ts";
import styles from "./erasure.module.css";
import { stages, standing } from "./stages.ts";

const icons = { done: IconCircleCheck, now: IconProgress, ahead: IconCircle };

/** The steps from the preview to the certificate, what each does, and where this erasure stands. */
export function Steps({ erasure: { state } }: { erasure: Erasure }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t("erasure.steps.title")}</h2>
      <ol className={styles.steps}>
        {stages.map((stage) => {
          const stands = standing(stage, state);
          const Icon = icons[stands];
          return (
            <li key={stage} data-standing={stands} aria-current={stands === "now" ? "step" : undefined}>
              <Icon size={20} aria-hidden />
              <div>
                <strong>{t(`erasure.steps.${stage}`)}</strong>{" "}
                <span className="quiet">({t(`erasure.steps.${stands}`)})</span>
                <p className="quiet">{t(`erasure.steps.${stage}Text`)}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
