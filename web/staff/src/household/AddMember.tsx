import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Found } from "../api/types.ts";
import { useOpenedFile } from "../file/opened.ts";
import { PanelForm } from "../page/PanelForm.tsx";
import pageStyles from "../page/page.module.css";
import { FoundPerson } from "../search/FoundPerson.tsx";
import { PersonSearch } from "../search/PersonSearch.tsx";
import { useMe } from "../shell/session.tsx";
import { written } from "../words/written.ts";
import styles from "./household.module.css";
import { MembershipFields } from "./MembershipFields.tsx";
import { keepMembership, type Membership } from "./membership.ts";
import { useJoining } from "./useHousehold.ts";

interface Props {
  personId: string;
  /** Those who are in the household already. */
  present: string[];
  onDone: () => void;
  onCancel: () => void;
}

/** Somebody joins: found by name, or registered first. */
export function AddMember({ personId, present, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const { fileId } = useOpenedFile();
  const joining = useJoining(personId);
  const [found, setFound] = useState<Found | null>(null);
  const [membership, setMembership] = useState<Membership>({ relation: "", since: "" });
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && !found ? t("people.household.whoMissing") : undefined;
  const { since } = membership;
  const relation = written(membership.relation);
  const ahead = attempt > 0 && since > today ? t("people.household.dateAhead") : undefined;

  function submit() {
    setAttempt((last) => last + 1);
    if (found && since <= today) {
      joining.mutate(
        {
          personId: found.personId,
          ...(since ? { since } : {}),
          ...(relation ? { relation } : {}),
        },
        { onSuccess: onDone },
      );
    }
  }

  return (
    <PanelForm
      id="add-member"
      title={t("people.household.add")}
      submit={t("people.household.confirmAdd")}
      cancel={t("people.back")}
      onSubmit={submit}
      onCancel={onCancel}
      busy={joining.isPending}
      problem={joining.error ? asProblem(joining.error) : null}
      attempt={attempt}
      troubles={[
        ...(missing ? [{ field: "member-search", text: missing }] : []),
        ...(ahead ? [{ field: "member-since", text: ahead }] : []),
      ]}
      startAt="member-search"
    >
      {found ? (
        <div className={styles.chosen} data-chosen={found.personId}>
          <FoundPerson found={found} />
          <button type="button" className={pageStyles.link} onClick={() => setFound(null)}>
            {t("people.household.otherPerson")}
          </button>
        </div>
      ) : (
        <PersonSearch
          id="member-search"
          label={t("people.household.who")}
          description={t("people.household.whoHelp")}
          without={present}
          onChoose={(one) => {
            setFound(one);
            setTimeout(() => document.getElementById("member-relation")?.focus());
          }}
          error={missing}
        />
      )}
      {!found && (
        <p>
          <Link
            to="/persons/new"
            search={{ joins: personId, file: fileId }}
            onClick={() => keepMembership(personId, { relation, since })}
          >
            {t("people.household.register")}
          </Link>
        </p>
      )}
      <MembershipFields membership={membership} onChange={setMembership} error={ahead} />
    </PanelForm>
  );
}
