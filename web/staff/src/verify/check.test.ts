import { expect, test } from "vitest";
import { check, LARGEST } from "./check.ts";
import { refusals } from "./refusals.ts";
import { type Vector, vectors } from "./vectors.ts";

test.each(vectors)(
  "$name is answered as in Java",
  async ({ document, anchor, kept, growth, witness, refusal }) => {
    const answer = await check({
      document,
      anchor,
      kept: kept === undefined ? undefined : { file: kept, growth, witness },
    });

    expect(answer.holds ? undefined : answer.why).toBe(refusal);
  },
);

test("no character of a certificate can be altered", async () => {
  const { document, anchor } = vectors[0] as Vector;
  for (let at = 0; at < document.length; at += 7) {
    const other = document[at] === "A" ? "B" : "A";
    const altered = document.slice(0, at) + other + document.slice(at + 1);

    expect((await check({ document: altered, anchor })).holds, `character ${at}`).toBe(false);
  }
});

test("what is larger than any certificate is not read", async () => {
  const { document, anchor } = vectors[0] as Vector;
  const huge = "x".repeat(LARGEST + 1);

  expect(await check({ document: huge, anchor })).toEqual({ holds: false, why: "too-large" });
  expect(await check({ document, anchor, kept: { file: huge } })).toEqual({ holds: false, why: "too-large" });
});

test("every refusal has its vector but the one that would be too large to keep", () => {
  const shown = new Set(vectors.map(({ refusal }) => refusal));

  expect(refusals.filter((why) => !shown.has(why))).toEqual(["too-large"]);
});
