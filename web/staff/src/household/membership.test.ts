import { expect, test } from "vitest";
import { dropMembership, keepMembership, keptMembership } from "./membership.ts";

test("what was typed of a membership is there when the person is registered first", () => {
  keepMembership("mother", { relation: "fils", since: "2025-01-02" });
  expect(keptMembership("mother")).toEqual({ relation: "fils", since: "2025-01-02" });
});
test("it is for the household of that person alone", () => {
  keepMembership("mother", { relation: "fils", since: "" });
  expect(keptMembership("neighbour").relation).toBe("");
  expect(keptMembership(undefined).relation).toBe("");
});
test("once it is written down it is gone", () => {
  keepMembership("mother", { relation: "fils", since: "" });
  dropMembership();
  expect(keptMembership("mother").relation).toBe("");
});
