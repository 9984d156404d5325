import { NativeSelect } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../api/types.ts";
import { announce } from "../shell/announcer.tsx";
import { useMe } from "../shell/session.tsx";
import type { Entry } from "./entries.ts";
import styles from "./file.module.css";
import { choicesIn, type TimelineFilter } from "./filters.ts";

interface Props {
  entries: readonly Entry[];
  /** What the file tells of the contacts that were not read yet. */
  told: CaseFile["timeline"];
  filter: TimelineFilter;
  shown: number;
  count: number;
}

type Question = keyof TimelineFilter;

/** What is looked at: each filter in force is a chip that a key or a click takes away. */
export function FilterRow({ entries, told, filter, shown, count }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const choices = choicesIn(entries, today, told);
  const words: Record<Question, (code: string) => string> = {
    kind: (code) => t(`file.kinds.${code as NonNullable<TimelineFilter["kind"]>}`),
    by: (code) => choices.authors.find(({ id }) => id === code)?.name ?? t("file.unnamed"),
    period: (code) =>
      code === "3m" || code === "12m"
        ? t(`file.periods.${code}`)
        : t("file.periods.year", { year: code.slice(1) }),
  };
  const questions: { question: Question; codes: string[] }[] = [
    { question: "kind", codes: choices.kinds },
    { question: "by", codes: choices.authors.map((one) => one.id) },
    { question: "period", codes: choices.periods },
  ];
  const inForce = (["kind", "by", "period"] as const).flatMap((question) => {
    const code = filter[question];
    return code ? [{ question, code }] : [];
  });

  function set(question: Question, code: string | undefined) {
    navigate({
      to: ".",
      search: (search) => ({ ...search, [question]: code || undefined }),
      resetScroll: false,
    });
    announce(t(code ? "file.filters.set" : "file.filters.removed"));
  }

  if (inForce.length === 0 && questions.every((one) => one.codes.length === 0)) {
    return null;
  }
  return (
    <div className={styles.filters}>
      <div className={`screen-only ${styles.questions}`}>
        {questions.map(
          ({ question, codes }) =>
            codes.length > 0 && (
              <NativeSelect
                key={question}
                size="sm"
                aria-label={t(`file.filters.${question}`)}
                className={styles.question}
                value={filter[question] ?? ""}
                onChange={(event) => set(question, event.currentTarget.value)}
                data={[
                  { value: "", label: t(`file.filters.any.${question}`) },
                  ...codes.map((code) => ({ value: code, label: words[question](code) })),
                ]}
              />
            ),
        )}
      </div>
      {inForce.length > 0 && (
        <ul className={styles.chips} aria-label={t("file.filters.inForce")}>
          {inForce.map(({ question, code }) => (
            <li key={question}>
              <button type="button" className={styles.chip} onClick={() => set(question, undefined)}>
                <span className="visually-hidden">{t("file.filters.remove")} </span>
                {words[question](code)}
                <IconX size={16} aria-hidden />
              </button>
              <span className="print-only">{words[question](code)}</span>
            </li>
          ))}
          <li className="quiet">{t("file.filters.count", { shown, count })}</li>
        </ul>
      )}
    </div>
  );
}
