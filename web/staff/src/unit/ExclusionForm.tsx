import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExclusionReason } from "../api/types.ts";
import { useMe } from "../shell/session.tsx";
import { written } from "../words/written.ts";
import { ReadingForm } from "./ReadingForm.tsx";
import { useExclude } from "./useUnit.ts";
import { useWhoMayBeKeptOut } from "./useWhoMayBeKeptOut.ts";

const REASONS: ExclusionReason[] = ["relative", "acquaintance", "conflict", "on-request"];

/** Somebody of the agency is not to read the file, wherever they work: the relative sits in another unit as often. */
export function ExclusionForm({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const groups = useWhoMayBeKeptOut();
  const [workerId, setWorker] = useState("");
  const [reason, setReason] = useState<ExclusionReason>("relative");
  const [text, setText] = useState("");
  const exclude = useExclude(personId);
  return (
    <ReadingForm
      title={t("unit.reading.exclude")}
      error={exclude.error}
      reasons={REASONS.map((one) => ({ value: one, label: t(`unit.reading.exclusionReasons.${one}`) }))}
      reason={reason}
      onReason={setReason}
      text={text}
      onText={setText}
      action={t("unit.reading.excludeAction")}
      ready={workerId !== ""}
      busy={exclude.isPending}
      onSubmit={() =>
        exclude.mutate(
          { workerId, ask: me.id, reason, ...(written(text) ? { reasonText: written(text) } : {}) },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p>{t("unit.reading.excludeText")}</p>
      <NativeSelect
        label={t("unit.reading.who")}
        value={workerId}
        onChange={(event) => setWorker(event.currentTarget.value)}
        data={[{ value: "", label: t("unit.assign.choose") }, ...groups]}
      />
    </ReadingForm>
  );
}
