import { describe, expect, test } from "vitest";
import { offline, Problem } from "./problem.ts";
import { sentOnce, type Under } from "./sentOnce.ts";

const keyOf = async ({ headers }: Under) => headers["Idempotency-Key"];
const failing = (problem: Problem) => (keys: string[]) => async (under: Under) => {
  keys.push(await keyOf(under));
  throw problem;
};

describe("what a form records", () => {
  test("goes under a key that the service takes", async () => {
    expect(await sentOnce()(keyOf)).toMatch(/^[\w-]{16,128}$/);
  });

  test("goes under the same key again after no answer, or a refusal, came", async () => {
    const once = sentOnce();
    const keys: string[] = [];
    await expect(once(failing(offline())(keys))).rejects.toThrow();
    await expect(once(failing(new Problem(409, "being-recorded"))(keys))).rejects.toThrow();
    await expect(once(failing(new Problem(400, "invalid-request"))(keys))).rejects.toThrow();
    expect(new Set([...keys, await once(keyOf)]).size).toBe(1);
  });

  test("goes under another key once it is recorded", async () => {
    const once = sentOnce();
    expect(await once(keyOf)).not.toBe(await once(keyOf));
  });

  test("goes under another key once something else was recorded under it", async () => {
    const once = sentOnce();
    const keys: string[] = [];
    await expect(once(failing(new Problem(422, "key-used"))(keys))).rejects.toThrow();
    expect(keys).not.toContain(await once(keyOf));
  });

  test("goes under one key when it is sent twice at once, and the next under one of its own", async () => {
    const once = sentOnce();
    const [one, two] = await Promise.all([once(keyOf), once(keyOf)]);
    expect(one).toBe(two);
    expect(await once(keyOf)).not.toBe(one);
  });

  test("is no key of another form", async () => {
    expect(await sentOnce()(keyOf)).not.toBe(await sentOnce()(keyOf));
  });
});
