import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { ExceptionalAccess } from "../api/types.ts";
import { momentInFull } from "../dates/days.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { shortNumber } from "../person/names.ts";
import { useHasRole } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./access.module.css";
import { useSeen } from "./useAccess.ts";

/** Those that the one who is told of them has not taken note of. */
export function UnseenAccesses({ accesses }: { accesses: ExceptionalAccess[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="exceptional-accesses">
      <h2 id="exceptional-accesses" className="due">
        {t("access.onMyFiles")}
      </h2>
      <ExceptionalAccessList accesses={accesses} />
    </section>
  );
}

/** Who opened which file, when and why. */
export function ExceptionalAccessList({ accesses }: { accesses: ExceptionalAccess[] }) {
  const { t } = useTranslation();
  const reads = useHasRole("worker");
  const seen = useSeen();
  const language = currentLanguage();
  return (
    <>
      {seen.error && <ProblemNotice problem={asProblem(seen.error)} />}
      <ul className={styles.entries}>
        {accesses.map((access) => {
          const number = shortNumber(access.fileId);
          return (
            <li key={access.accessId}>
              <div>
                <p>
                  {t("access.opened", {
                    name: access.worker.name ?? t("access.somebody"),
                    when: momentInFull(access.at, language),
                  })}{" "}
                  {reads ? (
                    <Link to="/files/$fileId" params={{ fileId: access.fileId }} className="number">
                      {t("file.title", { number })}
                    </Link>
                  ) : (
                    <span className="number">{t("file.title", { number })}</span>
                  )}
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
                  <span className="visually-hidden"> {t("file.title", { number })}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
