import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "../page/Form.tsx";
import { written } from "../words/written.ts";
import styles from "./erasure.module.css";

interface Props {
  id: string;
  number: number;
  label: string;
  button: string;
  loading: boolean;
  /** What is read before the number is written. */
  children?: ReactNode;
  onTyped: (number: number) => void;
}

/** A number written by hand before something large goes on. */
export function TypedNumber({ id, number, label, button, loading, children, onTyped }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Form
      light
      onSubmit={() => {
        const matches = written(typed) === String(number);
        setWrong(!matches);
        if (matches) {
          onTyped(number);
        } else {
          field.current?.focus();
        }
      }}
    >
      {children}
      <TextInput
        ref={field}
        id={id}
        className={styles.count}
        label={label}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={wrong ? t("erasure.request.mismatch") : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={loading}>
        {button}
      </Button>
    </Form>
  );
}
