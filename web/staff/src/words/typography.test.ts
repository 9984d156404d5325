import { expect, test } from "vitest";
import { frenchSpaces, frenchSpacing } from "./typography.ts";

test("no French line begins with a mark that belongs to the line before", () => {
  expect(frenchSpacing("Motif : échéance ; vraiment ?")).toBe("Motif\u00a0: échéance\u202f; vraiment\u202f?");
  expect(frenchSpacing("« secret »")).toBe("«\u00a0secret\u00a0»");
});

test("the whole book of words is spaced, however deep", () =>
  expect(frenchSpaces({ a: { b: "Quoi ?" } })).toEqual({ a: { b: "Quoi\u202f?" } }));
