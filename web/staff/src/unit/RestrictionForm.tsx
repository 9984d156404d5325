import { Button, Checkbox, NativeSelect, Stack, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { RestrictionReason } from "../api/types.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useMe } from "../shell/session.tsx";
import styles from "./unit.module.css";
import { useRestrict, useStaff } from "./useUnit.ts";

const REASONS: RestrictionReason[] = ["protection", "staff-member", "public-figure", "on-request"];

/** Only some workers are to read the file. */
export function RestrictionForm({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const workers = useStaff(me.unit).filter((member) => member.roles.includes("worker"));
  const [workerIds, setWorkers] = useState<string[]>([]);
  const [exceptionalAccess, setExceptional] = useState(true);
  const [reason, setReason] = useState<RestrictionReason>("protection");
  const [text, setText] = useState("");
  const restrict = useRestrict(personId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (workerIds.length > 0) {
          restrict.mutate(
            {
              workerIds,
              ask: me.id,
              exceptionalAccess,
              reason,
              ...(text.trim() ? { reasonText: text.trim() } : {}),
            },
            { onSuccess: onClose },
          );
        }
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {t("unit.reading.restrict")}
      </h3>
      {restrict.error && <ProblemNotice problem={asProblem(restrict.error)} />}
      <Checkbox.Group label={t("unit.reading.whoMay")} value={workerIds} onChange={setWorkers}>
        <Stack gap="xs" mt="xs">
          {workers.map((worker) => (
            <Checkbox key={worker.id} value={worker.id} label={worker.name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox
        label={t("unit.reading.exceptional")}
        description={t("unit.reading.exceptionalHelp")}
        checked={exceptionalAccess}
        onChange={(event) => setExceptional(event.currentTarget.checked)}
      />
      <NativeSelect
        label={t("unit.reading.why")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as RestrictionReason)}
        data={REASONS.map((one) => ({ value: one, label: t(`unit.reading.restrictionReasons.${one}`) }))}
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
        <Button type="submit" disabled={workerIds.length === 0} loading={restrict.isPending}>
          {t("unit.reading.restrictAction")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("unit.cancel")}
        </Button>
      </div>
    </form>
  );
}
