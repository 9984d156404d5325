import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { Form, leaveForm } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import styles from "./unit.module.css";

interface Props<R extends string> {
  title: string;
  error: Error | null;
  /** Whom it concerns. */
  children: ReactNode;
  reasons: { value: R; label: string }[];
  reason: R;
  onReason: (reason: R) => void;
  text: string;
  onText: (text: string) => void;
  action: string;
  /** Whether somebody was chosen. */
  ready: boolean;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** What every decision about who reads has in common: a reason, a word about it if it helps, and the way back. */
export function ReadingForm<R extends string>(props: Props<R>) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Form
      className={styles.form}
      onCancel={props.onClose}
      onSubmit={() => {
        if (props.ready) {
          props.onSubmit();
        }
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {props.title}
      </h3>
      {props.error && <ProblemNotice problem={asProblem(props.error)} />}
      {props.children}
      <NativeSelect
        label={t("unit.reading.why")}
        value={props.reason}
        onChange={(event) => props.onReason(event.currentTarget.value as R)}
        data={props.reasons}
      />
      <Textarea
        label={t("unit.reading.text")}
        classNames={{ input: "personal" }}
        autosize
        maxLength={2000}
        value={props.text}
        onChange={(event) => props.onText(event.currentTarget.value)}
      />
      <div className={pageStyles.actions}>
        <Button type="submit" disabled={!props.ready} loading={props.busy}>
          {props.action}
        </Button>
        <Button variant="default" onClick={(event) => leaveForm(event.currentTarget, props.onClose)}>
          {t("unit.cancel")}
        </Button>
      </div>
    </Form>
  );
}
