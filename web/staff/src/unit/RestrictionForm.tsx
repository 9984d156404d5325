import { Checkbox, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RestrictionReason } from "../api/types.ts";
import { useMe } from "../shell/session.tsx";
import { written } from "../words/written.ts";
import { ReadingForm } from "./ReadingForm.tsx";
import { useRestrict, useStaff } from "./useUnit.ts";

const REASONS: RestrictionReason[] = ["protection", "staff-member", "public-figure", "on-request"];

interface Props {
  personId: string;
  /** The restriction that is shown above, in whose place this one is put. */
  inForce: string | undefined;
  onClose: () => void;
}

/** Only some workers are to read the file. */
export function RestrictionForm({ personId, inForce, onClose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const workers = useStaff(me.unit).filter((member) => member.roles.includes("worker"));
  const [workerIds, setWorkers] = useState<string[]>([]);
  const [exceptionalAccess, setExceptional] = useState(true);
  const [reason, setReason] = useState<RestrictionReason>("protection");
  const [text, setText] = useState("");
  const restrict = useRestrict(personId);
  return (
    <ReadingForm
      title={t("unit.reading.restrict")}
      error={restrict.error}
      reasons={REASONS.map((one) => ({ value: one, label: t(`unit.reading.restrictionReasons.${one}`) }))}
      reason={reason}
      onReason={setReason}
      text={text}
      onText={setText}
      action={t("unit.reading.restrictAction")}
      ready={workerIds.length > 0}
      busy={restrict.isPending}
      onSubmit={() =>
        restrict.mutate(
          {
            ...(inForce ? { revisionId: inForce } : {}),
            workerIds,
            ask: me.id,
            exceptionalAccess,
            reason,
            ...(written(text) ? { reasonText: written(text) } : {}),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
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
    </ReadingForm>
  );
}
