import { describe, expect, test } from "vitest";
import type { CaseFile } from "../api/types.ts";
import { unreadOf } from "./unread.ts";

const today = "2025-11-24";
const contact = (date: string, author = "claire") => ({ date, author: { id: author } });

/** Three contacts were read of six. */
const file = {
  contacts: [contact("2025-11-20"), contact("2025-11-19", "yanis"), contact("2025-10-01")],
  next: "there",
  timeline: {
    contacts: 6,
    oldestOn: "2023-01-09",
    authors: [
      { author: { id: "claire" }, contacts: 5 },
      { author: { id: "yanis" }, contacts: 1 },
    ],
    years: [
      { year: 2025, contacts: 4 },
      { year: 2023, contacts: 2 },
    ],
  },
} as unknown as CaseFile;

describe("what was not read yet", () => {
  test("is what the file has more", () => expect(unreadOf(file, {}, today)).toBe(3));
  test("is something as long as the file goes on, whatever was counted", () =>
    expect(unreadOf({ ...file, timeline: { ...file.timeline, contacts: 3 } }, {}, today)).toBe(1));
  test("is nothing at the end", () => expect(unreadOf({ ...file, next: null }, {}, today)).toBe(0));
  test("is no contact for who looks at something else", () =>
    expect(unreadOf(file, { kind: "referral" }, today)).toBe(0));
  test("of an author is told by the file", () => {
    expect(unreadOf(file, { by: "claire" }, today)).toBe(3);
    expect(unreadOf(file, { by: "yanis" }, today)).toBe(0);
    expect(unreadOf(file, { by: "nobody" }, today)).toBe(0);
  });
  test("of a year is told by the file", () => {
    expect(unreadOf(file, { period: "y2025" }, today)).toBe(1);
    expect(unreadOf(file, { period: "y2023" }, today)).toBe(2);
    expect(unreadOf(file, { period: "y2023", by: "yanis" }, today)).toBe(0);
  });
  test("is older than recent months once reading has come to their end", () => {
    expect(unreadOf(file, { period: "3m" }, today)).toBe(3);
    expect(unreadOf(file, { period: "3m" }, "2026-02-01")).toBe(0);
  });
});
