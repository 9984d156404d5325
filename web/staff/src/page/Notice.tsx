import { IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import styles from "./page.module.css";
import { useProblemWords } from "./problemWords.ts";
import { SignInAgain } from "./SignInAgain.tsx";

const icons = { info: IconInfoCircle, done: IconCheck, trouble: IconAlertTriangle };

interface Props {
  kind: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  /** Takes the focus when it appears, for what must be read before going on. */
  takesFocus?: boolean;
}

/** A sentence set apart by a rule at its side. */
export function Notice({ kind, title, children, takesFocus }: Props) {
  const Icon = icons[kind];
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) {
      box.current?.focus();
    }
  }, [takesFocus]);
  return (
    <div
      ref={box}
      className={styles.notice}
      data-kind={kind}
      tabIndex={takesFocus ? -1 : undefined}
      role={kind === "trouble" ? "alert" : undefined}
    >
      <Icon className={styles.noticeIcon} size={20} aria-hidden />
      <div>
        {title && <p className={styles.noticeTitle}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

interface ProblemProps {
  problem: Problem;
  title?: string;
  children?: ReactNode;
}

export function ProblemNotice({ problem, title, children }: ProblemProps) {
  const { t } = useTranslation();
  const words = useProblemWords(problem);
  return (
    <Notice kind="trouble" title={title ?? words.title} takesFocus>
      <p>{words.text}</p>
      {children}
      {problem.reference && <p className="quiet">{t("problem.reference", { code: problem.reference })}</p>}
      {problem.status === 401 && <SignInAgain />}
    </Notice>
  );
}
