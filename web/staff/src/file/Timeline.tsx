import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Trans, useTranslation } from "react-i18next";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { announce } from "../shell/announcer.tsx";
import { useOffer } from "../shell/commands.tsx";
import { useMe } from "../shell/session.tsx";
import type { Reading } from "./entries.ts";
import { FilterRow } from "./FilterRow.tsx";
import styles from "./file.module.css";
import { downTo, looked, newestFirst, type TimelineFilter } from "./filters.ts";
import { PAGE } from "./pages.ts";
import { ReadingOnLine } from "./ReadingOnLine.tsx";
import { TimelineEntry } from "./TimelineEntry.tsx";
import { lastOf, type Read, unreadOf } from "./unread.ts";
import { reach, useArrival } from "./useArrival.ts";
import { useFilteredReading } from "./useFilteredReading.ts";
import { useReadOn } from "./useReadingOn.ts";
import { useSought } from "./useSought.ts";

interface Props {
  file: Read;
  readings: Reading[];
  filter: TimelineFilter;
}

/** Which of the entries stand on the page: as many as are looked at, wherever in the file that is. */
interface Standing {
  from: number;
  to: number;
}

const EVERYTHING: Standing = { from: 0, to: Number.POSITIVE_INFINITY };

/** What is near follows what stands; what is far stands by itself, with the page around it. */
function around(at: number, { from, to }: Standing): Standing {
  const page = at - (at % PAGE);
  return at >= from && page <= to + PAGE ? { from, to: page + PAGE } : { from: page, to: page + PAGE };
}

/** All that was written in the file, newest first; J and K step from one entry to the next. */
export function Timeline({ file, readings, filter }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const readOn = useReadOn();
  const arrive = useArrival();
  const list = useRef<HTMLOListElement>(null);
  const [{ from, to }, setStanding] = useState<Standing>({ from: 0, to: PAGE });
  const known = newestFirst(readings.flatMap((reading) => reading.entries));
  const unread = unreadOf(file, filter, today);
  const matching = looked(known, filter, today);
  const chosen = unread > 0 ? downTo(matching, lastOf(file.contacts)) : matching;
  const start = from < chosen.length ? from : 0;
  const shown = chosen.slice(start, to);
  const end = start + shown.length;
  const count = matching.length + unread;
  const filtered = Boolean(filter.kind || filter.by || filter.period);
  const pending = readings.some((reading) => reading.pending);
  const [notRead, readFiltered] = useFilteredReading(filter, unread);
  const lost = useSought({
    file,
    known,
    chosen,
    pending,
    inHand: readings.flatMap(({ inHand }) => inHand ?? []),
    show: (at, id) => {
      if (at < start || at >= to) {
        setStanding(around(at, { from: start, to }));
        arrive(() => articleOf(id));
      }
    },
  });

  useEffect(() => {
    // On paper everything stands, not only the first page.
    const unroll = () => flushSync(() => setStanding(EVERYTHING));
    window.addEventListener("beforeprint", unroll);
    return () => window.removeEventListener("beforeprint", unroll);
  }, []);

  function articles(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>(":scope > li > article") ?? [])];
  }

  function articleOf(id: string): HTMLElement | undefined {
    return articles().find((article) => article.dataset.entry === id);
  }

  /** What follows comes by itself when J steps beyond the last entry shown. */
  function step(by: 1 | -1) {
    const standing = articles();
    const at = standing.findIndex((article) => article.contains(document.activeElement));
    const next = at === -1 ? 0 : Math.max(at + by, 0);
    if (next >= standing.length && count > end) {
      showMore();
    } else if (at === 0 && by < 0 && start > 0) {
      showBefore();
    } else {
      reach(standing[Math.min(next, standing.length - 1)]);
    }
  }

  /** Whoever asked stands at the first entry that was not shown before. */
  function arriveBehind() {
    const last = shown.at(-1)?.id ?? "";
    arrive(() => {
      const before = articleOf(last)?.parentElement;
      return before?.nextElementSibling?.querySelector<HTMLElement>("article") ?? undefined;
    });
  }

  function showBefore() {
    const first = shown[0]?.id ?? "";
    arrive(() => {
      const behind = articleOf(first)?.parentElement;
      return behind?.previousElementSibling?.querySelector<HTMLElement>("article") ?? undefined;
    });
    setStanding({ from: Math.max(0, start - PAGE), to: end });
  }

  function showMore() {
    arriveBehind();
    setStanding({ from: start, to: end + PAGE });
    if (unread > 0 && chosen.length < end + PAGE) {
      readOn.onePage();
    }
  }

  async function showAll() {
    announce(t("file.readingOn.title"));
    if (await readOn.until(() => false, "timeline")) {
      const held = document.activeElement;
      if (held === document.body || held?.closest("[data-reading-on]")) {
        arriveBehind();
      }
      setStanding(EVERYTHING);
      announce(t("file.allShown"));
    }
  }

  useOffer(
    shown.length === 0
      ? []
      : [
          {
            id: "next",
            label: t("file.next"),
            press: "j",
            scope: "page",
            inPalette: true,
            run: () => step(1),
          },
          {
            id: "previous",
            label: t("file.previous"),
            press: "k",
            scope: "page",
            inPalette: true,
            run: () => step(-1),
          },
        ],
  );

  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="visually-hidden">
        {t("file.timeline")}
      </h2>
      {readings.map(
        (reading, at) =>
          reading.problem && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sources stand in a fixed order
            <ProblemNotice key={at} problem={reading.problem} title={t("file.partUnread")}>
              {reading.retry && (
                <button type="button" className={pageStyles.link} onClick={reading.retry}>
                  {t("problem.retry")}
                </button>
              )}
            </ProblemNotice>
          ),
      )}
      {lost && (
        <Notice kind="info">
          <p>{t("file.lost")}</p>
        </Notice>
      )}
      <FilterRow
        entries={known}
        told={file.timeline}
        filter={filter}
        shown={chosen.length}
        count={known.length + unreadOf(file, {}, today)}
      />
      {pending && known.length === 0 && <Waiting />}
      {shown.length === 0 && !pending && unread === 0 && (
        <p className={styles.empty}>
          {filtered ? t("file.nothingFiltered") : <Trans i18nKey="file.empty" components={{ 1: <kbd /> }} />}
        </p>
      )}
      {start > 0 && (
        <div className={`screen-only ${pageStyles.actions}`}>
          <Button variant="default" onClick={showBefore}>
            {t("file.before")}
          </Button>
        </div>
      )}
      {shown.length > 0 && (
        <ol ref={list} className={styles.timeline}>
          {shown.map((entry) => (
            <TimelineEntry key={`${entry.kind}-${entry.id}`} entry={entry} />
          ))}
        </ol>
      )}
      {file.next && <p className="print-only">{t("file.printedInPart", file.timeline)}</p>}
      {readOn.problem && (
        <ProblemNotice problem={readOn.problem} title={t("file.readingOn.failed")}>
          <button type="button" className={pageStyles.link} onClick={() => readOn.onePage()}>
            {t("problem.retry")}
          </button>
        </ProblemNotice>
      )}
      {readOn.waiter === "timeline" ? (
        <ReadingOnLine />
      ) : (
        count > end && (
          <div className={`screen-only ${pageStyles.actions}`}>
            {notRead ? (
              <Button variant="default" onClick={readFiltered}>
                {t("file.readingOn.resume")}
              </Button>
            ) : (
              <>
                <Button variant="default" onClick={showMore}>
                  {t("file.more")}
                </Button>
                <button type="button" className={pageStyles.link} onClick={showAll}>
                  {t("file.all")}
                </button>
              </>
            )}
            <span className="quiet" role="status">
              {notRead
                ? t("file.readingOn.inPart", file.timeline)
                : t("file.shown", { shown: shown.length, count })}
            </span>
          </div>
        )
      )}
    </section>
  );
}
