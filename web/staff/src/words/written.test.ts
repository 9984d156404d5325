import { describe, expect, it } from "vitest";
import { written } from "./written.ts";

describe("what is written", () => {
  it.each([
    "",
    "  \n",
    "\u00a0",
    "\u200b",
    "\u2060\u200d",
    "\ufeff",
    "\u3164\u115f",
    "\u2800",
    "\u202e",
    "\u00ad\u034f",
    "\u{e0041}",
  ])("is nothing where it shows nothing: %j", (text) => {
    expect(written(text)).toBe("");
  });

  it.each(["Élodie", "می\u200cخواهم", "👩\u200d👧", "❤\ufe0f"])("is kept as it is: %s", (text) => {
    expect(written(` ${text}\n`)).toBe(text);
  });

  it("is nothing where nothing is", () => {
    expect(written(undefined)).toBe("");
  });
});
