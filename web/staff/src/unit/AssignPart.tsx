import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { FileRow } from "../api/types.ts";
import { Form } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import { announce } from "../shell/announcer.tsx";
import { useMe } from "../shell/session.tsx";
import styles from "./unit.module.css";
import { useAssign, useStaff } from "./useUnit.ts";

/** Who answers for the file. */
export function AssignPart({ file }: { file: FileRow }) {
  const { t } = useTranslation();
  const { unit } = useMe();
  const workers = useStaff(unit).filter((member) => member.roles.includes("worker"));
  const [chosen, setChosen] = useState("");
  const assign = useAssign(file.fileId);
  const others = workers.filter((worker) => worker.id !== file.referent?.id);
  return (
    <section className={styles.part} aria-labelledby="assign">
      <h2 id="assign">{t("file.referent")}</h2>
      <p>
        {file.referent
          ? t("unit.assign.now", { name: file.referent.name ?? t("file.unnamed") })
          : t("file.noReferent")}
      </p>
      {assign.error && <ProblemNotice problem={asProblem(assign.error)} />}
      <Form
        className={styles.form}
        onSubmit={() => {
          if (chosen) {
            assign.mutate(chosen, {
              onSuccess: () => {
                setChosen("");
                announce(t("unit.assign.done"));
              },
            });
          }
        }}
      >
        <NativeSelect
          label={t("unit.assign.to")}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: "", label: t("unit.assign.choose") },
            ...others.map((worker) => ({ value: worker.id, label: worker.name })),
          ]}
        />
        <div>
          <Button type="submit" variant="default" disabled={!chosen} loading={assign.isPending}>
            {t("unit.assign.action")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
