import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Information } from "../api/reported.ts";
import { Narrative } from "../contact/Narrative.tsx";
import { inFull, unbrokenDistance } from "../dates/days.ts";
import entryStyles from "../file/entry.module.css";
import { useRewriting } from "../file/opened.ts";
import { useOpening } from "../page/useOpening.ts";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { ExceptionForm } from "./ExceptionForm.tsx";
import { NoticeForm } from "./NoticeForm.tsx";
import { ReviewForm } from "./ReviewForm.tsx";
import styles from "./reported.module.css";
import { type Standing, standingOf } from "./standing.ts";

type Decision = "notice" | "exception" | "review";

/** What was said and by whom; then what is owed to the person because of it, and the way to do it. */
export function InformationBody({ information, fileId }: { information: Information; fileId: string }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const body = useRef<HTMLDivElement>(null);
  const { open, setOpen, close } = useOpening<Decision | null>(null, null, () =>
    body.current?.closest("article"),
  );
  const standing = standingOf(information, today);
  const rewriting = useRewriting();

  const form = {
    information,
    fileId,
    onDone: close,
    onCancel: () => close(),
  };
  return (
    <div
      ref={body}
      className={`${entryStyles.body} ${styles.said}`}
      data-dismissed={information.state === "dismissed" || undefined}
    >
      {information.text == null ? (
        <p className={entryStyles.gap}>{t("reported.unread")}</p>
      ) : (
        <Narrative text={information.text} />
      )}
      <SaidBy information={information} />
      <ul className={styles.owed}>
        <NoticeLine information={information} />
        <ReviewLine information={information} standing={standing} />
      </ul>
      {open === "notice" && <NoticeForm {...form} />}
      {open === "exception" && <ExceptionForm {...form} />}
      {open === "review" && <ReviewForm {...form} />}
      {open === null && rewriting && (standing.mayTell || standing.mayExcept || standing.mayReview) && (
        <div className={`screen-only ${entryStyles.decisions}`}>
          {standing.mayTell && (
            <Button size="xs" variant="default" onClick={() => setOpen("notice")}>
              {t("reported.notice.give")}
            </Button>
          )}
          {standing.mayExcept && (
            <Button size="xs" variant="default" onClick={() => setOpen("exception")}>
              {t("reported.notice.except")}
            </Button>
          )}
          {standing.mayReview && (
            <Button size="xs" variant="default" onClick={() => setOpen("review")}>
              {t("reported.review.open")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function SaidBy({ information: { source, reliability } }: { information: Information }) {
  const { t } = useTranslation();
  return (
    <dl className={entryStyles.facts}>
      <div>
        <dt>{t("reported.source")}</dt>
        <dd>
          {source == null ? (
            t("reported.unreadableSource")
          ) : (
            <span className="personal">
              {[t(`reported.sources.${source.kind}`), source.name, source.details].filter(Boolean).join(", ")}
            </span>
          )}
        </dd>
      </div>
      {reliability && (
        <div>
          <dt>{t("reported.reliability")}</dt>
          <dd>{t(`reported.reliabilities.${reliability}`)}</dd>
        </div>
      )}
    </dl>
  );
}

function NoticeLine({ information: { notice, noticeDueOn } }: { information: Information }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const when = {
    date: inFull(noticeDueOn, language),
    distance: unbrokenDistance(today, noticeDueOn, language),
  };
  switch (notice.state) {
    case "late":
      return <Owed how="late">{t("reported.notice.late", when)}</Owed>;
    case "due":
      return <Owed how="due">{t("reported.notice.due", when)}</Owed>;
    case "given":
      return (
        <Owed how="settled">
          {t("reported.notice.given", { date: notice.on ? inFull(notice.on, language) : "" })}
        </Owed>
      );
    case "excepted":
      return (
        <Owed how="settled">
          {t("reported.notice.excepted", {
            reason: notice.reason ? t(`reported.exceptions.${notice.reason}`) : "",
          })}
          {notice.reasonText && (
            <>
              {" "}
              <span className="personal">{notice.reasonText}</span>
            </>
          )}
        </Owed>
      );
  }
}

function ReviewLine({ information, standing }: { information: Information; standing: Standing }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const { state, dismissedOn, nextReviewOn } = information;
  if (state === "dismissed") {
    return (
      <Owed how="settled">
        {t("reported.review.dismissed", { date: dismissedOn ? inFull(dismissedOn, language) : "" })}
      </Owed>
    );
  }
  if (!nextReviewOn) {
    return null;
  }
  const when = {
    date: inFull(nextReviewOn, language),
    distance: unbrokenDistance(today, nextReviewOn, language),
  };
  const words = standing.review === "late" ? "late" : state === "kept" ? "kept" : "on";
  return (
    <Owed how={standing.review === "late" || standing.review === "due" ? standing.review : "settled"}>
      {t(`reported.review.${words}`, when)}
    </Owed>
  );
}

function Owed({ how, children }: { how: "late" | "due" | "settled"; children: ReactNode }) {
  return (
    <li className={how === "settled" ? "quiet" : how}>
      {how === "late" && <IconAlertTriangle size={18} aria-hidden className="icon" />}
      {how === "due" && <IconClock size={18} aria-hidden className="icon" />}
      <span>{children}</span>
    </li>
  );
}
