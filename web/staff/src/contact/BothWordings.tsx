import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { inFull, momentInFull } from "../dates/days.ts";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./contact.module.css";
import type { CorrectionDraft } from "./correctionSheet.ts";
import { Narrative } from "./Narrative.tsx";
import { useWordings } from "./wordings.ts";

interface Props {
  fileId: string;
  draft: CorrectionDraft;
  /** The wording now in force was shown: whatever is saved next stands on it. */
  onSeen: (revisionId: string) => void;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody was faster: both texts side by side, and what can be done with each. */
export function BothWordings({ fileId, draft, onSeen, onMine, onTheirs }: Props) {
  const { t } = useTranslation();
  const wordings = useWordings(fileId, draft.contactId);
  const theirs = wordings.data?.items.at(-1);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  const language = currentLanguage();

  useEffect(() => {
    if (theirs) {
      seen.current(theirs.revisionId);
    }
  }, [theirs]);

  if (wordings.error) {
    return <ProblemNotice problem={asProblem(wordings.error)} />;
  }
  return (
    <>
      <Notice kind="trouble" title={t("contact.both.title")} takesFocus>
        <p>{t("contact.both.text")}</p>
      </Notice>
      {theirs ? (
        <>
          <div className={styles.both}>
            <section aria-labelledby="both-theirs">
              <h5 id="both-theirs">{t("contact.both.theirs")}</h5>
              <p className="quiet">
                {t("file.by", { name: theirs.author.name ?? t("file.unnamed") })},{" "}
                {momentInFull(theirs.at, language)}
              </p>
              <p>{inFull(theirs.date, language)}</p>
              <Narrative text={theirs.text ?? t("contact.erasedText")} />
            </section>
            <section aria-labelledby="both-mine">
              <h5 id="both-mine">{t("contact.both.mine")}</h5>
              <p className="quiet">{t("contact.both.notSaved")}</p>
              <p>{draft.date && inFull(draft.date, language)}</p>
              <Narrative text={draft.text} />
            </section>
          </div>
          <div className={pageStyles.actions}>
            <Button variant="default" onClick={onMine}>
              {t("contact.both.keepMine")}
            </Button>
            <Button variant="default" onClick={onTheirs}>
              {t("contact.both.keepTheirs")}
            </Button>
          </div>
        </>
      ) : (
        <Waiting />
      )}
    </>
  );
}
