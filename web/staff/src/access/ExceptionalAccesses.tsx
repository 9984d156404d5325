import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { ExceptionalAccess } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import { FileName } from "../file/FileName.tsx";
import type { Names } from "../file/useFileNames.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { fullName, shortNumber } from "../person/names.ts";
import { useHasRole } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./access.module.css";
import { useSeen } from "./useAccess.ts";

/** Those that the one who is told of them has not taken note of. */
export function UnseenAccesses({ accesses, names }: { accesses: ExceptionalAccess[]; names: Names }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="exceptional-accesses">
      <h2 id="exceptional-accesses" className="due">
        {t("access.onMyFiles")}
      </h2>
      <ExceptionalAccessList accesses={accesses} names={names} />
    </section>
  );
}

/** Who opened which file, when and why. */
export function ExceptionalAccessList({ accesses, names }: { accesses: ExceptionalAccess[]; names?: Names }) {
  const { t } = useTranslation();
  const reads = useHasRole("worker");
  const seen = useSeen();
  const language = currentLanguage();
  return (
    <>
      {seen.error && <ProblemNotice problem={asProblem(seen.error)} />}
      <ul className={styles.entries}>
        {accesses.map((access) => {
          const person = names?.get(access.fileId);
          return (
            <li key={access.accessId}>
              <div>
                <p>
                  {t("access.opened", {
                    name: access.worker.name ?? t("access.somebody"),
                    when: momentInFull(access.at, language),
                  })}{" "}
                  <FileName fileId={access.fileId} person={person} opens={reads} />
                </p>
                <p>
                  {t(`access.exceptional.reasons.${access.reason}`)}
                  {access.reasonText && (
                    <>
                      {t("access.colon")} <span className="personal">{access.reasonText}</span>
                    </>
                  )}
                </p>
                {!access.yours && (
                  <p className="quiet">
                    {t("access.toldOf", { who: t(`access.told.${access.told}`) })}{" "}
                    {access.seen && t("access.seen")}
                  </p>
                )}
              </div>
              {access.yours && !access.seen && (
                <Button
                  variant="default"
                  leftSection={<IconEye size={18} aria-hidden />}
                  onClick={() => seen.mutate(access.accessId)}
                >
                  {t("access.takeNote")}
                  <span className="visually-hidden">
                    {" "}
                    {person ? fullName(person) : t("file.title", { number: shortNumber(access.fileId) })}
                  </span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
