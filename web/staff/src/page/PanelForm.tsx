import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { ErrorSummary, type FieldTrouble } from "./ErrorSummary.tsx";
import { Form, leaveForm } from "./Form.tsx";
import styles from "./form.module.css";
import { ProblemNotice } from "./Notice.tsx";
import pageStyles from "./page.module.css";

interface Props {
  id: string;
  title: string;
  submit: string;
  cancel: string;
  onSubmit: () => void;
  onCancel: () => void;
  busy?: boolean;
  /** Why the last try was refused. */
  problem?: Problem | null;
  /** What was kept of a refused try. */
  kept?: string;
  troubles?: FieldTrouble[];
  attempt?: number;
  /** The field at which writing starts; without it, the heading takes the focus. */
  startAt?: string;
  disabled?: boolean;
  /** Under which heading it stands: 3 on a page, 4 inside an entry. */
  level?: 3 | 4;
  more?: ReactNode;
  children: ReactNode;
}

/** A form that opens in its place on the page: Ctrl+Enter saves, Escape closes, the focus starts inside. */
export function PanelForm(props: Props) {
  const { t } = useTranslation();
  const { id, title, onSubmit, onCancel, startAt, problem, troubles = [], attempt = 0 } = props;
  const Heading = props.level === 4 ? "h4" : "h3";
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const field = startAt ? document.getElementById(startAt) : null;
    (field ?? heading.current)?.focus();
    heading.current?.closest("form")?.scrollIntoView({ block: "nearest" });
  }, [startAt]);

  return (
    <Form
      className={styles.panel}
      aria-labelledby={id}
      onCancel={onCancel}
      onSubmit={() => {
        if (!props.disabled && !props.busy) {
          onSubmit();
        }
      }}
    >
      <Heading ref={heading} id={id} tabIndex={-1} className={styles.panelTitle}>
        {title}
      </Heading>
      {problem && troubles.length === 0 && (
        <ProblemNotice problem={problem}>
          <p>{props.kept ?? t("problem.keptBelow")}</p>
        </ProblemNotice>
      )}
      <ErrorSummary troubles={troubles} attempt={attempt} />
      {props.children}
      <div className={pageStyles.actions}>
        <Button type="submit" loading={props.busy ?? false} disabled={props.disabled ?? false}>
          {props.submit}
          <kbd aria-hidden>Ctrl+↵</kbd>
        </Button>
        <Button variant="default" onClick={(event) => leaveForm(event.currentTarget, onCancel)}>
          {props.cancel}
        </Button>
        {props.more}
      </div>
    </Form>
  );
}
