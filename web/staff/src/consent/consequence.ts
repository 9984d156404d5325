import type { Compartment, Consent, Purpose } from "../api/types.ts";

/**
 * Understands what withdrawing a consent destroys: the compartments it covers that nothing else covers,
 * neither a purpose founded in law nor another consent in force.
 */
export interface Consequence {
  destroyed: Compartment[];
  stays: { compartment: Compartment; because: string }[];
}

export function consequenceOf(
  withdrawn: Consent,
  purposes: readonly Purpose[],
  inForce: readonly Consent[],
): Consequence {
  const others = [
    ...purposes.filter((purpose) => !purpose.consentRequired),
    ...inForce.filter((consent) => consent.consentId !== withdrawn.consentId),
  ];
  const consequence: Consequence = { destroyed: [], stays: [] };
  for (const compartment of withdrawn.compartments) {
    const keeper = others.find((other) => other.compartments.includes(compartment));
    if (keeper) {
      consequence.stays.push({ compartment, because: keeper.label });
    } else {
      consequence.destroyed.push(compartment);
    }
  }
  return consequence;
}
