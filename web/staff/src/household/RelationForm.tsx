import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "../api/people.ts";
import { asProblem } from "../api/problem.ts";
import { PanelForm } from "../page/PanelForm.tsx";
import { fullName } from "../person/names.ts";
import { written } from "../words/written.ts";
import { RelationField } from "./MembershipFields.tsx";
import { useRelation } from "./useHousehold.ts";

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
  return (
    <PanelForm
      id={`relation-${member.membershipId}`}
      title={t("people.household.relationOf", { name: member.name ? fullName(member.name) : "" })}
      submit={t("people.household.saveRelation")}
      cancel={t("people.back")}
      onSubmit={() => {
        correction.mutate(
          { membershipId: member.membershipId, relation: written(relation) },
          { onSuccess: onDone },
        );
      }}
      onCancel={onCancel}
      busy={correction.isPending}
      problem={correction.error ? asProblem(correction.error) : null}
      startAt="relation-written"
    >
      <RelationField id="relation-written" value={relation} onChange={setRelation} />
    </PanelForm>
  );
}
