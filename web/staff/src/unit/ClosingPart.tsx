import { Button, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { ClosingReason } from "../api/types.ts";
import { Form, leaveForm } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { StillOpen } from "./StillOpen.tsx";
import styles from "./unit.module.css";
import { useClosing, useReopening } from "./useUnit.ts";

const REASONS: ClosingReason[] = ["goals-reached", "moved-away", "on-request", "no-contact", "died", "other"];

/** The support ends, or goes on. Closing can be undone by reopening, so it asks for a reason and no more. */
export function ClosingPart({ file }: { file: { fileId: string; state: string } }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<ClosingReason | "">("");
  const closing = useClosing(file.fileId);
  const reopening = useReopening(file.fileId);
  const problem = closing.error ?? reopening.error;
  return (
    <section className={styles.part} aria-labelledby="closing">
      <h2 id="closing">{t("unit.closing.title")}</h2>
      {problem && <ProblemNotice problem={asProblem(problem)} />}
      {file.state === "closed" && (
        <>
          <p>{t("unit.closing.closed")}</p>
          <Button variant="default" loading={reopening.isPending} onClick={() => reopening.mutate(undefined)}>
            {t("unit.closing.reopen")}
          </Button>
        </>
      )}
      {file.state !== "closed" && !open && (
        <>
          <p>{t("unit.closing.text")}</p>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t("unit.closing.start")}
          </Button>
        </>
      )}
      {file.state !== "closed" && open && (
        <Form
          className={styles.form}
          onCancel={() => setOpen(false)}
          onSubmit={() => {
            if (reason) {
              closing.mutate(reason, { onSuccess: () => setOpen(false) });
            }
          }}
        >
          <p>{t("unit.closing.text")}</p>
          <StillOpen fileId={file.fileId} />
          <Radio.Group
            label={t("unit.closing.reason")}
            value={reason}
            onChange={(chosen) => setReason(chosen as ClosingReason)}
          >
            <Stack gap="xs" mt="xs">
              {REASONS.map((one) => (
                <Radio key={one} value={one} label={t(`unit.closing.reasons.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <div className={pageStyles.actions}>
            <Button type="submit" disabled={!reason} loading={closing.isPending}>
              {t("unit.closing.action")}
            </Button>
            <Button
              variant="default"
              onClick={(event) => leaveForm(event.currentTarget, () => setOpen(false))}
            >
              {t("unit.cancel")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
