import { useTranslation } from "react-i18next";
import type { Compartment } from "../api/types.ts";
import { currentLanguage } from "../words/language.ts";

/** Names compartments and recipients as a person would understand them. */
export function useCompartmentNames(): (compartments: readonly Compartment[]) => string {
  const { t } = useTranslation();
  return (compartments) =>
    new Intl.ListFormat(currentLanguage(), { type: "conjunction" }).format(
      compartments.map((compartment) => t(`consent.compartments.${compartment}`)),
    );
}

export function useRecipientName(): (recipient: string) => string {
  const { t, i18n } = useTranslation();
  return (recipient) =>
    i18n.exists(`consent.recipient.${recipient}`)
      ? t(`consent.recipient.${recipient as "partners"}`)
      : recipient;
}
