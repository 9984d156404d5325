import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MembershipFields } from "../household/MembershipFields.tsx";
import { keptMembership } from "../household/membership.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { written } from "../words/written.ts";
import { NearMatches } from "./NearMatches.tsx";
import { PersonForm } from "./PersonForm.tsx";
import type { PersonTyped } from "./typed.ts";

/** Nouvelle personne: search first, then only a name is needed. */
export function NewPersonPage() {
  const { t } = useTranslation();
  const { joins, file } = useSearch({ from: "/persons/new" });
  const [person, setPerson] = useState<PersonTyped>({ familyName: "" });
  const [membership, setMembership] = useState(() => keptMembership(joins));
  const household =
    joins && file
      ? {
          personId: joins,
          fileId: file,
          relation: written(membership.relation),
          since: membership.since,
        }
      : undefined;
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t(household ? "person.newMemberTitle" : "person.newTitle")}</PageTitle>
        <p>{t("person.newLead")}</p>
      </div>
      <PersonForm
        person={person}
        onChange={setPerson}
        joins={household}
        membership={household && <MembershipFields membership={membership} onChange={setMembership} />}
      >
        <NearMatches
          familyName={person.familyName}
          givenName={person.givenName ?? ""}
          earlierNames={person.earlierNames ?? ""}
          birthDate={person.birthDate ?? ""}
        />
      </PersonForm>
    </>
  );
}
