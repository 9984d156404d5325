import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { NearMatches } from "./NearMatches.tsx";
import { PersonForm } from "./PersonForm.tsx";
import type { PersonTyped } from "./typed.ts";

/** Nouvelle personne: search first, then only a name is needed. */
export function NewPersonPage() {
  const { t } = useTranslation();
  const { joins, file } = useSearch({ from: "/persons/new" });
  const [person, setPerson] = useState<PersonTyped>({ familyName: "" });
  const household = joins && file ? { personId: joins, fileId: file } : undefined;
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t(household ? "person.newMemberTitle" : "person.newTitle")}</PageTitle>
        <p>{t("person.newLead")}</p>
      </div>
      <PersonForm person={person} onChange={setPerson} joins={household}>
        <NearMatches
          familyName={person.familyName}
          givenName={person.givenName ?? ""}
          earlierNames={person.earlierNames ?? ""}
        />
      </PersonForm>
    </>
  );
}
