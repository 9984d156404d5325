import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { ExclusionReason } from "../api/types.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useMe } from "../shell/session.tsx";
import styles from "./unit.module.css";
import { useExclude, useStaff } from "./useUnit.ts";

const REASONS: ExclusionReason[] = ["relative", "acquaintance", "conflict", "on-request"];

/** One worker is not to read the file. */
export function ExclusionForm({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const workers = useStaff(me.unit).filter((member) => member.roles.includes("worker"));
  const [workerId, setWorker] = useState("");
  const [reason, setReason] = useState<ExclusionReason>("relative");
  const [text, setText] = useState("");
  const exclude = useExclude(personId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (workerId) {
          exclude.mutate(
            { workerId, ask: me.id, reason, ...(text.trim() ? { reasonText: text.trim() } : {}) },
            { onSuccess: onClose },
          );
        }
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {t("unit.reading.exclude")}
      </h3>
      <p>{t("unit.reading.excludeText")}</p>
      {exclude.error && <ProblemNotice problem={asProblem(exclude.error)} />}
      <NativeSelect
        label={t("unit.reading.who")}
        value={workerId}
        onChange={(event) => setWorker(event.currentTarget.value)}
        data={[
          { value: "", label: t("unit.assign.choose") },
          ...workers.map((worker) => ({ value: worker.id, label: worker.name })),
        ]}
      />
      <NativeSelect
        label={t("unit.reading.why")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as ExclusionReason)}
        data={REASONS.map((one) => ({ value: one, label: t(`unit.reading.exclusionReasons.${one}`) }))}
      />
      <Textarea
        label={t("unit.reading.text")}
        classNames={{ input: "personal" }}
        autosize
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={pageStyles.actions}>
        <Button type="submit" disabled={!workerId} loading={exclude.isPending}>
          {t("unit.reading.excludeAction")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("unit.cancel")}
        </Button>
      </div>
    </form>
  );
}
