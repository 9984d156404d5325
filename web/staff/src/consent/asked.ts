import type { Compartment } from "../api/types.ts";

/** What a referral that waits asks the person for. */
export interface Asked {
  recipient: string | undefined;
  partner: string;
  compartments: readonly Compartment[];
}
