import { Button, NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { FileRow } from "../api/types.ts";
import { useCaseUnits } from "../home/units.ts";
import { Form, leaveForm } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useMe } from "../shell/session.tsx";
import { rememberSentAway } from "./sentAway.ts";
import { useTitles } from "./titleOf.ts";
import styles from "./unit.module.css";
import { useStaff, useTransfer } from "./useUnit.ts";

/** To another unit: the right to read goes with the file, at once; so it is said before it is done. */
export function TransferPart({ file }: { file: FileRow }) {
  const { t } = useTranslation();
  const { unit } = useMe();
  const navigate = useNavigate();
  const { units, label } = useCaseUnits();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState("");
  const [referent, setReferent] = useState("");
  const workers = useStaff(to || null).filter((member) => member.roles.includes("worker"));
  const transfer = useTransfer(file.fileId);
  const titleOf = useTitles();
  const others = units.filter((one) => one.code !== unit && !one.paper);
  return (
    <section className={styles.part} aria-labelledby="transfer">
      <h2 id="transfer">{t("unit.transfer.title")}</h2>
      {!open ? (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t("unit.transfer.start")}
        </Button>
      ) : (
        <Form
          className={styles.form}
          onCancel={() => setOpen(false)}
          onSubmit={() => {
            if (to) {
              transfer.mutate(
                { unit: to, ...(referent ? { referent } : {}) },
                {
                  onSuccess: () => {
                    rememberSentAway({ fileId: file.fileId, name: titleOf(file), unit: label(to) ?? to });
                    navigate({ to: "/unit", ignoreBlocker: true });
                  },
                },
              );
            }
          }}
        >
          {transfer.error && <ProblemNotice problem={asProblem(transfer.error)} />}
          <NativeSelect
            label={t("unit.transfer.to")}
            value={to}
            onChange={(event) => {
              setTo(event.currentTarget.value);
              setReferent("");
            }}
            data={[
              { value: "", label: t("unit.transfer.choose") },
              ...others.map((one) => ({ value: one.code, label: one.label })),
            ]}
          />
          {to && (
            <NativeSelect
              label={t("unit.transfer.referent")}
              value={referent}
              onChange={(event) => setReferent(event.currentTarget.value)}
              data={[
                { value: "", label: t("unit.transfer.noReferent") },
                ...workers.map((worker) => ({ value: worker.id, label: worker.name })),
              ]}
            />
          )}
          {to && <p>{t("unit.transfer.consequence", { unit: label(to) })}</p>}
          <div className={pageStyles.actions}>
            <Button type="submit" disabled={!to} loading={transfer.isPending}>
              {t("unit.transfer.action")}
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
