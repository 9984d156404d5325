/** Why a certificate, or the list it stands in, does not hold; the codes are those of the Java implementation. */
export const refusals = [
  "not-an-anchor",
  "too-large",
  "not-a-certificate",
  "not-signed",
  "head-not-signed",
  "not-in-the-list",
  "not-a-witness",
  "kept-head-not-signed",
  "not-witnessed",
  "growth-missing",
  "not-a-growth",
  "not-grown",
  "rewritten",
] as const;

export type Refusal = (typeof refusals)[number];

/** Which check a refusal belongs to. */
export type Step = "anchor" | "form" | "signature" | "head" | "place" | "kept";

export const stepOf: Record<Refusal, Step> = {
  "not-an-anchor": "anchor",
  "too-large": "form",
  "not-a-certificate": "form",
  "not-signed": "signature",
  "head-not-signed": "head",
  "not-in-the-list": "place",
  "not-a-witness": "kept",
  "kept-head-not-signed": "kept",
  "not-witnessed": "kept",
  "growth-missing": "kept",
  "not-a-growth": "kept",
  "not-grown": "kept",
  rewritten: "kept",
};
