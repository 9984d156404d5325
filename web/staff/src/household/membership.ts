/**
 * Keeps what was typed of a membership while the person is registered first: in memory alone, for the page that comes next.
 */
export interface Membership {
  relation: string;
  since: string;
}

const NOTHING: Membership = { relation: "", since: "" };
let kept: (Membership & { personId: string }) | undefined;

/** Keeps it for who joins the household of this person. */
export function keepMembership(personId: string, membership: Membership) {
  kept = { ...membership, personId };
}

/** What was kept for the household of this person. */
export function keptMembership(personId: string | undefined): Membership {
  return kept !== undefined && kept.personId === personId
    ? { relation: kept.relation, since: kept.since }
    : NOTHING;
}

/** It was written down, or is not wanted any more. */
export function dropMembership() {
  kept = undefined;
}
