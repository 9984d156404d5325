import { Button } from "@mantine/core";
import { IconArrowsSplit2, IconUserPlus } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../api/people.ts";
import { asProblem } from "../api/problem.ts";
import { useOpenedFile, useRewriting } from "../file/opened.ts";
import formStyles from "../page/form.module.css";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { leaving } from "../page/unkept.ts";
import { useOpening } from "../page/useOpening.ts";
import { Waiting } from "../page/Waiting.tsx";
import { useOffer } from "../shell/commands.tsx";
import { AddMember } from "./AddMember.tsx";
import { DepartureForm } from "./DepartureForm.tsx";
import styles from "./household.module.css";
import { MemberLine } from "./MemberLine.tsx";
import { RelationForm } from "./RelationForm.tsx";
import { SplitForm } from "./SplitForm.tsx";
import { useHousehold } from "./useHousehold.ts";

/** What is open on the page: one form at a time. */
type Open =
  | { form: "add" }
  | { form: "split" }
  | { form: "departure" | "relation"; membershipId: string }
  | null;

/** Ménage: who lives here and since when; who did before, quietly. */
export function HouseholdPage() {
  const { t } = useTranslation();
  const { person } = useOpenedFile();
  const household = useHousehold(person.personId);
  return (
    <section aria-labelledby="household">
      <h2 id="household">{t("people.household.title")}</h2>
      <p className={formStyles.lead}>{t("people.household.lead")}</p>
      {household.error && !household.data && <ProblemNotice problem={asProblem(household.error)} />}
      {household.isPending && <Waiting />}
      {household.data && <Members household={household.data} personId={person.personId} />}
    </section>
  );
}

function Members({ household, personId }: { household: Household; personId: string }) {
  const { t } = useTranslation();
  const addButton = useRef<HTMLButtonElement>(null);
  const { open, setOpen, close } = useOpening<Open>(null, null, () => addButton.current);
  const present = household.members.filter((member) => !member.until);
  const former = household.members.filter((member) => member.until);
  const rewriting = useRewriting();
  const canSplit = rewriting && household.householdId != null && present.length > 1;

  useOffer([
    ...(rewriting
      ? [
          {
            id: "add-member",
            label: t("people.household.add"),
            scope: "page" as const,
            inPalette: true,
            run: () => show({ form: "add" }),
          },
        ]
      : []),
    ...(canSplit
      ? [
          {
            id: "split-household",
            label: t("people.household.split"),
            scope: "page" as const,
            inPalette: true,
            run: () => show({ form: "split" }),
          },
        ]
      : []),
  ]);

  /** One form takes the place of another. */
  function show(form: Open) {
    leaving(() => setOpen(form));
  }

  return (
    <>
      {present.length === 0 && <p>{t("people.household.empty")}</p>}
      {present.length > 0 && (
        <ul className={styles.members}>
          {present.map((member) => (
            <MemberLine
              key={member.membershipId}
              member={member}
              self={member.personId === personId}
              {...(rewriting && {
                onDeparture: () => show({ form: "departure", membershipId: member.membershipId }),
              })}
              {...(rewriting &&
                member.relationWritable && {
                  onRelation: () => show({ form: "relation", membershipId: member.membershipId }),
                })}
            >
              {household.householdId &&
                open?.form === "relation" &&
                open.membershipId === member.membershipId && (
                  <RelationForm
                    householdId={household.householdId}
                    member={member}
                    onDone={() => close(t("people.household.relationSaved"))}
                    onCancel={() => close()}
                  />
                )}
              {household.householdId &&
                open?.form === "departure" &&
                open.membershipId === member.membershipId && (
                  <DepartureForm
                    householdId={household.householdId}
                    member={member}
                    onDone={() => close(t("people.household.departed"))}
                    onCancel={() => close()}
                  />
                )}
            </MemberLine>
          ))}
        </ul>
      )}
      {open?.form === "add" && (
        <AddMember
          personId={personId}
          present={[personId, ...present.map((member) => member.personId)]}
          onDone={() => close(t("people.household.added"))}
          onCancel={() => close()}
        />
      )}
      {open?.form === "split" && household.householdId && (
        <SplitForm
          householdId={household.householdId}
          present={present}
          personId={personId}
          onDone={() => close(t("people.household.splitDone"))}
          onCancel={() => close()}
        />
      )}
      {rewriting && open?.form !== "add" && open?.form !== "split" && (
        <div className={pageStyles.actions}>
          <Button
            ref={addButton}
            onClick={() => setOpen({ form: "add" })}
            leftSection={<IconUserPlus size={19} aria-hidden />}
          >
            {t("people.household.add")}
          </Button>
          {canSplit && (
            <Button
              variant="default"
              onClick={() => setOpen({ form: "split" })}
              leftSection={<IconArrowsSplit2 size={19} aria-hidden />}
            >
              {t("people.household.split")}
            </Button>
          )}
        </div>
      )}
      {former.length > 0 && (
        <section className={styles.former} aria-labelledby="former">
          <h3 id="former">{t("people.household.former")}</h3>
          <ul className={styles.members}>
            {former.map((member) => (
              <MemberLine key={member.membershipId} member={member} self={member.personId === personId} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
