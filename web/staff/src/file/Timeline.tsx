import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Trans, useTranslation } from "react-i18next";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useOffer } from "../shell/commands.tsx";
import { useMe } from "../shell/session.tsx";
import type { Reading } from "./entries.ts";
import { FilterRow } from "./FilterRow.tsx";
import styles from "./file.module.css";
import { looked, newestFirst, type TimelineFilter } from "./filters.ts";
import { TimelineEntry } from "./TimelineEntry.tsx";

const PAGE = 50;

/** All that was written in the file, newest first; J and K step from one entry to the next. */
export function Timeline({ readings, filter }: { readings: Reading[]; filter: TimelineFilter }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const list = useRef<HTMLOListElement>(null);
  const [most, setMost] = useState(PAGE);
  const all = newestFirst(readings.flatMap((reading) => reading.entries));
  const chosen = looked(all, filter, today);
  const shown = chosen.slice(0, most);
  const filtered = Boolean(filter.kind || filter.by || filter.period);
  const pending = readings.some((reading) => reading.pending);

  useEffect(() => {
    // On paper everything stands, not only the first page.
    const unroll = () => flushSync(() => setMost(Number.POSITIVE_INFINITY));
    window.addEventListener("beforeprint", unroll);
    return () => window.removeEventListener("beforeprint", unroll);
  }, []);

  function articles(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>(":scope > li > article") ?? [])];
  }

  /** The next page follows by itself when J steps beyond the last entry shown. */
  function step(by: 1 | -1) {
    const at = articles().findIndex((article) => article.contains(document.activeElement));
    const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), chosen.length - 1);
    if (next >= shown.length) {
      flushSync(() => setMost(most + PAGE));
    }
    reach(next);
  }

  function showMore() {
    flushSync(() => setMost(most + PAGE));
    reach(shown.length);
  }

  function reach(at: number) {
    const article = articles()[at];
    article?.focus();
    article?.scrollIntoView({ block: "nearest" });
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
      <FilterRow entries={all} filter={filter} shown={chosen.length} />
      {pending && all.length === 0 && <Waiting />}
      {shown.length === 0 && !pending && (
        <p className={styles.empty}>
          {filtered ? t("file.nothingFiltered") : <Trans i18nKey="file.empty" components={{ 1: <kbd /> }} />}
        </p>
      )}
      {shown.length > 0 && (
        <ol ref={list} className={styles.timeline}>
          {shown.map((entry) => (
            <TimelineEntry key={`${entry.kind}-${entry.id}`} entry={entry} />
          ))}
        </ol>
      )}
      {chosen.length > shown.length && (
        <div className={pageStyles.actions}>
          <Button variant="default" onClick={showMore}>
            {t("file.more")}
          </Button>
          <span className="quiet" role="status">
            {t("file.shown", { shown: shown.length, count: chosen.length })}
          </span>
        </div>
      )}
    </section>
  );
}
