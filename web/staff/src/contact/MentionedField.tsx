import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { fullName } from "../person/names.ts";
import { PersonSearch } from "../search/PersonSearch.tsx";
import { announce } from "../shell/announcer.tsx";
import styles from "./contact.module.css";
import type { Mentioned } from "./contactSheet.ts";

interface Props {
  id: string;
  persons: Mentioned[];
  onChange: (persons: Mentioned[]) => void;
  /** The file's own person is not "mentioned". */
  without?: string | undefined;
}

/** The persons of whom a contact speaks, as links and not as names in a text. */
export function MentionedField({ id, persons, onChange, without }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      <PersonSearch
        id={id}
        label={t("contact.mentioned.label")}
        description={t("contact.mentioned.help")}
        placeholder={t("search.placeholder")}
        without={[...persons.map((one) => one.personId), ...(without ? [without] : [])]}
        onChoose={(found) => {
          onChange([...persons, { personId: found.personId, name: fullName(found) }]);
          announce(t("contact.mentioned.added"));
        }}
      />
      {persons.length > 0 && (
        <ul className={styles.chips} aria-label={t("contact.mentioned.label")}>
          {persons.map((one) => (
            <li key={one.personId}>
              <button
                type="button"
                className={styles.chip}
                onClick={() => {
                  onChange(persons.filter((other) => other !== one));
                  announce(t("contact.mentioned.removed"));
                  document.getElementById(id)?.focus();
                }}
              >
                <span className="visually-hidden">{t("contact.mentioned.remove")} </span>
                <span className="personal">{one.name}</span>
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
