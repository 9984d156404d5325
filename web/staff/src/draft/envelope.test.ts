import { describe, expect, test } from "vitest";
import { awayFor, keptFrom, latestOf } from "./envelope.ts";

const copy = (writtenAt: number, text: string) => ({ texts: [{ text }], caret: null, writtenAt });

describe("of two copies", () => {
  test("the one written last is taken, wherever it is", () => {
    expect(latestOf(copy(1, "here"), copy(2, "there"))?.texts).toEqual([{ text: "there" }]);
    expect(latestOf(copy(3, "here"), copy(2, "there"))?.texts).toEqual([{ text: "here" }]);
  });
  test("what is no draft is passed over", () => {
    expect(latestOf(undefined, { text: "something else" }, copy(1, "here"))?.writtenAt).toBe(1);
    expect(latestOf(undefined, null)).toBeUndefined();
  });
});

describe("a text is said to be", () => {
  test("kept, once the server has what was last written", () =>
    expect(keptFrom(5, 5, 5, undefined)).toEqual({ state: "kept", at: 5 }));
  test("being typed, until a place has been heard of", () =>
    expect(keptFrom(6, 5, 5, undefined)).toEqual({ state: "typing" }));
  test("kept here, while the server cannot be reached", () =>
    expect(keptFrom(6, 6, 5, "offline")).toEqual({ state: "here", reason: "offline", at: 6 }));
  test("kept nowhere, when this workstation cannot keep it either", () =>
    expect(keptFrom(6, 0, 0, "signed-out")).toEqual({ state: "nowhere", reason: "signed-out" }));
});

test("no network, no session and a service that is away pass; a refusal does not", () =>
  expect([0, 401, 503, -1, 403, 410].map(awayFor)).toEqual([
    "offline",
    "signed-out",
    "away",
    "away",
    "refused",
    "refused",
  ]));
