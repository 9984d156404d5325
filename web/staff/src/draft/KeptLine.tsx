import { IconCloudOff } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { timeOfDay } from "../dates/days.ts";
import { Notice } from "../page/Notice.tsx";
import { signInAddress } from "../page/signInAddress.ts";
import { announce } from "../shell/announcer.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./draft.module.css";
import type { Away } from "./envelope.ts";
import { useKept } from "./keeper.ts";
import type { AnySheet } from "./writing.ts";

/** One line under what is written: whether it is kept, where, and what is awaited. */
export function KeptLine({ fileId, sheet }: { fileId: string; sheet: AnySheet }) {
  const { t } = useTranslation();
  const { state, reason, at } = useKept(fileId, sheet);
  const trouble = state === "here" || state === "nowhere" ? reason : undefined;
  const said = trouble && trouble !== "signed-out" ? t(`draft.kept.${state as "here"}.${trouble}`) : "";

  useEffect(() => {
    if (said) {
      announce(said);
    }
  }, [said]);

  if (trouble === "signed-out") {
    return <SignedOut safe={state === "here"} />;
  }
  if (said) {
    return (
      <p className={styles.away}>
        <IconCloudOff size={19} aria-hidden className="icon" /> {said}
      </p>
    );
  }
  // The line keeps its height, so that nothing moves while one types.
  return (
    <p className={`quiet ${styles.kept}`}>
      {state === "kept" && at !== undefined ? t("draft.kept.at", { time: timeOf(at) }) : "\u00a0"}
    </p>
  );
}

/** The session ended while something is being written: it waits, and so does the place of the pen. */
function SignedOut({ safe }: { safe: boolean }) {
  const { t } = useTranslation();
  return (
    <Notice kind="trouble" title={t("draft.signedOut.title")}>
      <p>{t(safe ? "draft.signedOut.text" : "draft.signedOut.elsewhere")}</p>
      <p className={styles.ways}>
        {safe && <a href={signInAddress()}>{t("draft.signedOut.here")}</a>}
        <a href={signInAddress()} target="_blank" rel="noopener">
          {t("problem.signInAgain")}
        </a>
      </p>
    </Notice>
  );
}

export type Trouble = Exclude<Away, "signed-out">;

function timeOf(at: number): string {
  return timeOfDay(new Date(at).toISOString(), currentLanguage());
}
