import { describe, expect, test } from "vitest";
import type { Information } from "../api/reported.ts";
import { asNewInformation, informationSheet, troubleIn } from "./informationSheet.ts";
import { markOf, standingOf } from "./standing.ts";

const today = "2025-11-24";
const information: Information = {
  informationId: "i",
  receivedOn: "2025-11-10",
  text: "Des cris, la nuit.",
  reliability: "hearsay",
  source: { kind: "neighbour" },
  noticeDueOn: "2025-12-10",
  notice: { state: "due" },
  nextReviewOn: "2026-11-10",
  state: "open",
  author: { id: "worker" },
  at: "2025-11-10T10:00:00Z",
};
const mark = (change: Partial<Information>) => {
  const one = { ...information, ...change };
  return markOf(standingOf(one, today), one.state);
};

describe("what information from a third party asks for", () => {
  test("telling the person comes before reviewing, and what is not late is not shouted", () => {
    expect(mark({})).toBeUndefined();
    expect(mark({ nextReviewOn: "2025-11-01" })).toBe("reviewLate");
    expect(mark({ nextReviewOn: "2025-11-01", notice: { state: "late" } })).toBe("noticeLate");
  });

  test("once the person was told, only the review remains", () => {
    const told = { notice: { state: "given", on: "2025-11-20" } as const };
    expect(mark(told)).toBeUndefined();
    expect(standingOf({ ...information, ...told }, today)).toMatchObject({
      mayTell: false,
      mayReview: true,
      review: "later",
    });
  });

  test("an exception can still give way to telling the person, and needs no second one", () => {
    const standing = standingOf({ ...information, notice: { state: "excepted", reason: "secrecy" } }, today);
    expect(standing.mayTell).toBe(true);
    expect(standing.mayExcept).toBe(false);
  });

  test("dismissed information is not reviewed again, but the person is still to be told", () => {
    const standing = standingOf({ ...information, state: "dismissed", nextReviewOn: "2025-01-01" }, today);
    expect(standing.review).toBe("none");
    expect(standing.mayReview).toBe(false);
    expect(standing.mayTell).toBe(true);
  });

  test("of erased information nothing is asked", () =>
    expect(mark({ state: "erased", notice: { state: "late" } })).toBeUndefined());
});

describe("writing it down", () => {
  const draft = { ...informationSheet.blank(today), text: "Des cris.", kind: "anonymous" as const };

  test("needs what was said and who said it, nothing else", () => {
    expect(troubleIn(draft, today)).toEqual({});
    expect(troubleIn(informationSheet.blank(today), today)).toEqual({ text: "text", kind: "kind" });
    expect(troubleIn({ ...draft, receivedOn: "2025-11-25" }, today)).toEqual({ receivedOn: "ahead" });
  });

  test("keeps no name of somebody who stayed anonymous", () =>
    expect(asNewInformation({ ...draft, name: "M. Armand", details: "06" }).source).toEqual({
      kind: "anonymous",
    }));

  test("is not verified until somebody says it is", () =>
    expect(asNewInformation(draft).reliability).toBe("unverified"));
});
