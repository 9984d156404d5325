import { expect, test } from "vitest";
import { after, NOTHING_TYPED, type TypedAhead } from "./typedAhead.ts";

const typed = (...keys: string[]) =>
  keys.reduce<TypedAhead | undefined>((so, key) => so && after(so, key), NOTHING_TYPED);

test("letters come in their order, and Enter is remembered", () =>
  expect(typed("Z", "o", "é", "Enter")).toEqual({ text: "Zoé", entered: true }));
test("a letter taken back is not there", () => expect(typed("Z", "o", "Backspace")?.text).toBe("Z"));
test("keys that write nothing change nothing", () =>
  expect(typed("Z", "Shift", "ArrowDown")).toEqual({ text: "Z", entered: false }));
test("Escape gives it up", () => expect(typed("Z", "Escape", "o")).toBeUndefined());
