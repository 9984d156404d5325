import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DayField } from "../dates/DayField.tsx";
import formStyles from "../page/form.module.css";
import { useMe } from "../shell/session.tsx";
import type { Membership } from "./membership.ts";

interface Props {
  membership: Membership;
  onChange: (membership: Membership) => void;
  /** What is wrong with the day. */
  error?: string | undefined;
}

/** What somebody is to the others of a household, and since when they live there. */
export function MembershipFields({ membership, onChange, error }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  return (
    <div className={formStyles.pair}>
      <RelationField
        id="member-relation"
        value={membership.relation}
        onChange={(relation) => onChange({ ...membership, relation })}
      />
      <DayField
        id="member-since"
        label={t("people.household.sinceWhen")}
        max={today}
        value={membership.since}
        error={error}
        onChange={(since) => onChange({ ...membership, since })}
      />
    </div>
  );
}

interface RelationProps {
  id: string;
  value: string;
  onChange: (relation: string) => void;
}

export function RelationField({ id, value, onChange }: RelationProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      id={id}
      label={t("people.household.relation")}
      placeholder={t("people.household.relationExample")}
      classNames={{ input: "personal" }}
      autoComplete="off"
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
