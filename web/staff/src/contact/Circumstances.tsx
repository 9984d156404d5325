import { NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./contact.module.css";
import { allMeans, type ContactDraft, type Means } from "./contactSheet.ts";
import { MentionedField } from "./MentionedField.tsx";

interface Props {
  /** Before each field's id, since a new contact and a correction may stand on the same page. */
  prefix: string;
  draft: ContactDraft;
  onEdit: (change: Partial<ContactDraft>) => void;
  person?: string | undefined;
  children?: ReactNode;
}

/** How, where, of whom: never required, and folded away until wanted. */
export function Circumstances({ prefix, draft, onEdit, person, children }: Props) {
  const { t } = useTranslation();
  const filled = draft.means !== "" || draft.place !== "" || draft.persons.length > 0;
  return (
    <details className={styles.more} open={filled || undefined}>
      <summary>{t(children ? "contact.more" : "contact.moreOfCorrection")}</summary>
      <div className={styles.moreFields}>
        <div className={styles.pair}>
          <NativeSelect
            id={`${prefix}-means`}
            label={t("contact.means.label")}
            value={draft.means}
            onChange={(event) => onEdit({ means: event.currentTarget.value as Means | "" })}
            data={[
              { value: "", label: t("contact.means.unsaid") },
              ...allMeans.map((means) => ({ value: means, label: t(`contact.means.${means}`) })),
            ]}
          />
          <TextInput
            id={`${prefix}-place`}
            label={t("contact.place")}
            classNames={{ input: "personal" }}
            autoComplete="off"
            value={draft.place}
            onChange={(event) => onEdit({ place: event.currentTarget.value })}
          />
        </div>
        <MentionedField
          id={`${prefix}-persons`}
          persons={draft.persons}
          without={person}
          onChange={(persons) => onEdit({ persons })}
        />
        {children}
      </div>
    </details>
  );
}
