import { expect, test } from "vitest";
import type { Compartment, Consent, Purpose } from "../api/types.ts";
import { consequenceOf } from "./consequence.ts";

const purpose = (label: string, consentRequired: boolean, compartments: Compartment[]): Purpose => ({
  code: label,
  label,
  legalBasis: consentRequired ? "consent" : "public-task",
  compartments,
  recipients: [],
  consentRequired,
  retentionRule: "support-file",
});
const consent = (consentId: string, compartments: Compartment[]): Consent => ({
  consentId,
  purpose: consentId,
  label: consentId,
  compartments,
  given: "orally",
  grantedOn: "2025-01-01",
});
const referral = consent("referral", ["identity", "health"]);

test("what a purpose founded in law covers stays, and the purpose is named", () =>
  expect(consequenceOf(referral, [purpose("Accompagnement", false, ["identity"])], [referral])).toEqual({
    destroyed: ["health"],
    stays: [{ because: "Accompagnement", compartments: ["identity"] }],
  }));

test("what another consent in force covers stays", () =>
  expect(
    consequenceOf(referral, [], [referral, consent("conference", ["identity", "health"])]).destroyed,
  ).toEqual([]));

test("the withdrawn purpose itself keeps nothing", () =>
  expect(
    consequenceOf(referral, [purpose("referral", true, ["identity", "health"])], [referral]).destroyed,
  ).toEqual(["identity", "health"]));
