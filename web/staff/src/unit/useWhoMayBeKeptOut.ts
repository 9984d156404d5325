import { useTranslation } from "react-i18next";
import { useCaseUnits } from "../home/units.ts";
import { useMe } from "../shell/session.tsx";
import { useStaffOfAgency } from "./useUnit.ts";

interface Group {
  group: string;
  items: { value: string; label: string }[];
}

/** Everybody but the lead who decides, by unit: the own first, then the others, then who belongs to none. */
export function useWhoMayBeKeptOut(): Group[] {
  const { t } = useTranslation();
  const me = useMe();
  const { units } = useCaseUnits();
  const members = useStaffOfAgency().filter((member) => member.id !== me.id);
  const places = [
    ...units.map((unit) => ({ code: unit.code as string | null, label: unit.label })),
    { code: null, label: t("unit.reading.noUnit") },
  ];
  return places
    .sort((one, other) => Number(other.code === me.unit) - Number(one.code === me.unit))
    .map(({ code, label }) => ({
      group: label,
      items: members
        .filter((member) => (member.unit ?? null) === code)
        .map((member) => ({
          value: member.id,
          label: member.roles.includes("worker")
            ? member.name
            : `${member.name} (${member.roles.map((role) => t(`shell.roles.${role}`)).join(", ")})`,
        })),
    }))
    .filter(({ items }) => items.length > 0);
}
