import type { Compartment, Consent, Purpose } from "../api/types.ts";

/**
 * Understands what withdrawing a consent destroys: the compartments it covers that nothing else covers,
 * neither a purpose founded in law nor another consent in force.
 */
export interface Consequence {
  destroyed: Compartment[];
  stays: { because: string; compartments: Compartment[] }[];
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
    const known = consequence.stays.find((one) => one.because === keeper?.label);
    if (known) {
      known.compartments.push(compartment);
    } else if (keeper) {
      consequence.stays.push({ because: keeper.label, compartments: [compartment] });
    } else {
      consequence.destroyed.push(compartment);
    }
  }
  return consequence;
}
