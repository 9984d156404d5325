import { Button } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Children, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "../api/people.ts";
import { inFull } from "../dates/days.ts";
import { fullName, shortNumber } from "../person/names.ts";
import { currentLanguage } from "../words/language.ts";
import styles from "./household.module.css";

interface Props {
  member: Member;
  /** Whether this is the person whose file is open. */
  self: boolean;
  onDeparture?: () => void;
  onRelation?: () => void;
  children?: ReactNode;
}

/** One member of the household: who, what they are to the others, since when; the way to note that they left. */
export function MemberLine({ member, self, onDeparture, onRelation, children }: Props) {
  const { t } = useTranslation();
  return (
    <li>
      <div className={styles.line}>
        <div>
          <p className={styles.name}>
            <Who member={member} self={self} />
            {member.relation && (
              <>
                , <span className="personal">{member.relation}</span>
              </>
            )}
          </p>
          <Stay member={member} />
        </div>
        {Children.toArray(children).length === 0 && (
          <div className={styles.acts}>
            {onRelation && (
              <Act
                label={t(`people.household.${member.relation ? "correctRelation" : "addRelation"}`)}
                member={member}
                onClick={onRelation}
              />
            )}
            {onDeparture && (
              <Act label={t("people.household.departure")} member={member} onClick={onDeparture} />
            )}
          </div>
        )}
      </div>
      {children}
    </li>
  );
}

function Act({ label, member, onClick }: { label: string; member: Member; onClick: () => void }) {
  return (
    <Button variant="default" size="xs" onClick={onClick}>
      {label}
      <span className="visually-hidden"> : {member.name ? fullName(member.name) : ""}</span>
    </Button>
  );
}

function Who({ member: { name, fileId, personId }, self }: { member: Member; self: boolean }) {
  const { t } = useTranslation();
  if (name == null) {
    return (
      <span className="quiet">
        <IconEyeOff size={18} aria-hidden className="icon" /> {t("people.household.unreadable")}{" "}
        <span className="number">{t("file.number", { number: shortNumber(personId) })}</span>
      </span>
    );
  }
  const written = <span className="personal">{fullName(name)}</span>;
  if (self) {
    return (
      <>
        <strong>{written}</strong> <span className="quiet">({t("people.household.self")})</span>
      </>
    );
  }
  return fileId ? (
    <Link to="/files/$fileId" params={{ fileId }}>
      {written}
    </Link>
  ) : (
    <Link to="/persons/$personId" params={{ personId }}>
      {written}
    </Link>
  );
}

function Stay({ member: { since, until, reason } }: { member: Member }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const words = [
    since && t("people.household.since", { date: inFull(since, language) }),
    until &&
      t(`people.household.gone.${reason ?? "left"}`, {
        date: inFull(until, language),
      }),
  ].filter(Boolean);
  return words.length > 0 ? <p className="quiet">{words.join(", ")}</p> : null;
}
