import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "../api/people.ts";
import { asProblem } from "../api/problem.ts";
import { PanelForm } from "../page/PanelForm.tsx";
import { fullName } from "../person/names.ts";
import { written } from "../words/written.ts";
import { RelationField } from "./MembershipFields.tsx";
import { useHouseholdNow, useRelation } from "./useHousehold.ts";

interface Props {
  householdId: string;
  member: Member;
  onDone: () => void;
  onCancel: () => void;
}

/** What somebody is to the others: added later, put right, or taken away when it is left empty. */
export function RelationForm({ householdId, member, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const correction = useRelation(householdId);
  const [relation, setRelation] = useState(member.relation ?? "");
  const problem = correction.error ? asProblem(correction.error) : null;
  const overtaken =
    problem?.code === "edited-meanwhile" ? (problem.facts.revisionId ?? undefined) : undefined;
  const household = useHouseholdNow(member.personId, overtaken !== undefined);
  const theirs = household.data?.members.find((one) => one.membershipId === overtaken);
  return (
    <PanelForm
      id={`relation-${member.membershipId}`}
      title={t("people.household.relationOf", { name: member.name ? fullName(member.name) : "" })}
      submit={t("people.household.saveRelation")}
      cancel={t("people.back")}
      onSubmit={() => {
        correction.mutate(
          // Once what was written meanwhile is shown, who saves again writes in its place.
          { membershipId: theirs?.membershipId ?? member.membershipId, relation: written(relation) },
          { onSuccess: onDone },
        );
      }}
      onCancel={onCancel}
      busy={correction.isPending}
      problem={problem}
      startAt="relation-written"
    >
      {theirs && (
        <p>
          {t("people.household.relationNow")}{" "}
          <span className="personal">{theirs.relation ?? t("people.household.relationNone")}</span>
        </p>
      )}
      <RelationField id="relation-written" value={relation} onChange={setRelation} />
    </PanelForm>
  );
}
