import { describe, expect, it } from "vitest";
import { shownParts } from "./parts.ts";
import { isRewritable } from "./rights.ts";

const access = { accessId: "1", until: "2026-01-01T10:00:00Z" };

describe("an exceptional access", () => {
  it("rewrites nothing, and neither does anybody in a closed file", () => {
    expect(isRewritable({ state: "live", exceptionalAccess: null })).toBe(true);
    expect(isRewritable({ state: "live", exceptionalAccess: access })).toBe(false);
    expect(isRewritable({ state: "closed", exceptionalAccess: null })).toBe(false);
  });

  it("is not offered what changes the person", () => {
    expect(shownParts(true).map((one) => one.id)).toEqual(["contacts", "household", "consents", "readers"]);
    expect(shownParts(false).map((one) => one.id)).toContain("closing");
  });
});
