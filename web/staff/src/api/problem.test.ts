import { describe, expect, test } from "vitest";
import { asProblem, fieldOf, offline, Problem, problemOf } from "./problem.ts";

const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
});

describe("a refusal", () => {
  test("is known by the code in its type, whatever its status", () => {
    const problem = problemOf(answer(403), {
      type: "urn:lethe:problem:four-eyes",
      detail: "Une autre personne.",
    });
    expect(problem.code).toBe("four-eyes");
    expect(problem.detail).toBe("Une autre personne.");
  });

  test("without problem details is known by its status", () => {
    expect(problemOf(answer(410), undefined).code).toBe("erased");
    expect(problemOf(answer(423), "<html>").code).toBe("suspended");
    expect(problemOf(answer(418), null).code).toBe("unexpected");
  });

  test("says when to come back", () => {
    expect(problemOf(answer(503, { "Retry-After": "5" }), {}).retryAfterSeconds).toBe(5);
    expect(problemOf(answer(503), {}).retryAfterSeconds).toBeUndefined();
  });

  test("carries the certificate of what was erased", () =>
    expect(problemOf(answer(410), { certificateId: "c1", erasedOn: "2028-03-03" }).facts.certificateId).toBe(
      "c1",
    ));

  test("names its field by the pointer's first step", () => {
    expect(fieldOf({ pointer: "/familyName", detail: "" })).toBe("familyName");
    expect(fieldOf({ pointer: "#/codes/0", detail: "" })).toBe("codes");
  });
});

describe("trying again", () => {
  test("can help when the network or a service was away", () => {
    expect(offline().passing).toBe(true);
    expect(problemOf(answer(503), {}).passing).toBe(true);
  });
  test("cannot help against a refusal", () => {
    expect(problemOf(answer(403), {}).passing).toBe(false);
    expect(problemOf(answer(410), {}).passing).toBe(false);
  });
});

test("a reference is shown only for what should not have happened", () => {
  const instance = "urn:uuid:0e88f861";
  expect(problemOf(answer(500), { instance }).reference).toBe("0e88f861");
  expect(problemOf(answer(404), { instance }).reference).toBeUndefined();
});

test("an error that is no refusal is unexpected, not hidden", () => {
  expect(asProblem(new TypeError("x")).code).toBe("unexpected");
  const problem = new Problem(409, "conflict");
  expect(asProblem(problem)).toBe(problem);
});
