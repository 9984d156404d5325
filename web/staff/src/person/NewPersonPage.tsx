import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewPerson } from "../api/types.ts";
import { PageTitle } from "../page/PageTitle.tsx";
import pageStyles from "../page/page.module.css";
import { NearMatches } from "./NearMatches.tsx";
import { PersonForm } from "./PersonForm.tsx";
import styles from "./person.module.css";

/** Nouvelle personne: search first, then only a name is needed. */
export function NewPersonPage() {
  const { t } = useTranslation();
  const [person, setPerson] = useState<NewPerson>({ familyName: "" });
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("person.newTitle")}</PageTitle>
        <p>{t("person.newLead")}</p>
      </div>
      <div className={styles.sheet}>
        <PersonForm person={person} onChange={setPerson} />
        <NearMatches familyName={person.familyName} givenName={person.givenName ?? ""} />
      </div>
    </>
  );
}
