import { useTranslation } from "react-i18next";
import type { Domain, Replayed } from "../api/failed.ts";

const services = {
  cases: "case-service",
  consents: "consent-service",
  retention: "retention-service",
  reports: "reporting-service",
} as const satisfies Record<Domain, string>;

/** What is said of failed messages. */
export function useFailedWords() {
  const { t, i18n } = useTranslation();
  const reason = (code: string) =>
    i18n.exists(`failed.codes.${code}`) ? t(`failed.codes.${code as "refused"}`) : code;
  return {
    reason,
    service: (domain: Domain) => t(`erasure.follow.services.${services[domain]}`),
    /** `lethe.cases.ContactRecorded.v1` by its own name. */
    event: (type: string | undefined | null) => type?.split(".").at(-2) ?? t("failed.unknownType"),
    outcome: ({ applied, left, code }: Replayed) =>
      [
        code ? t("failed.again", { reason: reason(code) }) : t("failed.done", { count: applied }),
        left > 0 && t("failed.left", { count: left }),
      ]
        .filter(Boolean)
        .join(" "),
  };
}
