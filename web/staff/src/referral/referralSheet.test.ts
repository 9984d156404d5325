import { expect, test } from "vitest";
import { asNewReferral, referralSheet, troubleIn } from "./referralSheet.ts";

const today = "2025-11-24";
const draft = { ...referralSheet.blank(today), recipient: "housing", text: "Une demande de logement." };

test("a referral shares who the person is and nothing else until more is chosen", () =>
  expect(referralSheet.blank(today).compartments).toEqual(["identity"]));

test("an answer is asked for again after a month, unless another day is chosen", () =>
  expect(referralSheet.blank(today).followUpOn).toBe("2025-12-24"));

test("it needs somebody to go to, something to share and something to ask", () => {
  expect(troubleIn(draft, today)).toEqual({});
  expect(Object.keys(troubleIn({ ...draft, recipient: "", compartments: [], text: " " }, today))).toEqual([
    "recipient",
    "compartments",
    "text",
  ]);
});

test("a partner is named; a service of the agency is not", () => {
  const outside = { ...draft, recipient: "partners" };
  expect(troubleIn(outside, today)).toEqual({ partner: "partner" });
  expect(asNewReferral({ ...outside, partner: " Toit pour tous " }).partner).toBe("Toit pour tous");
  expect(asNewReferral({ ...draft, partner: "Toit pour tous" }).partner).toBeUndefined();
});

test("nobody asks again in the past", () =>
  expect(troubleIn({ ...draft, followUpOn: "2025-11-23" }, today).followUpOn).toBe("followUp"));
