import { describe, expect, test } from "vitest";
import type { Entry } from "./entries.ts";
import { choicesIn, downTo, filterOf, looked, monthsBefore, newestFirst } from "./filters.ts";

const today = "2025-11-24";
const entry = (id: string, date: string, more: Partial<Entry> = {}): Entry => ({
  kind: "contact",
  id,
  date,
  recordedAt: `${date}T10:00:00Z`,
  author: { id: "claire", name: "Claire Morel" },
  render: () => null,
  ...more,
});
const ids = (entries: Entry[]) => entries.map((one) => one.id).join(" ");

describe("the timeline", () => {
  test("runs from the newest day to the oldest, whatever the kind", () =>
    expect(
      ids(
        newestFirst([
          entry("a", "2025-01-02"),
          entry("b", "2025-11-20", { kind: "referral" }),
          entry("c", "2025-03-01"),
        ]),
      ),
    ).toBe("b c a"));

  test("puts what was recorded last on a day before the rest of that day", () =>
    expect(
      ids(
        newestFirst([
          entry("morning", today, { recordedAt: `${today}T08:00:00Z` }),
          entry("evening", today, { recordedAt: `${today}T18:00:00Z` }),
        ]),
      ),
    ).toBe("evening morning"));

  test("puts what is on its way first on its day", () =>
    expect(
      ids(
        newestFirst([
          entry("kept", today),
          { ...entry("sent", today, { underway: "saving" }), recordedAt: undefined as never },
        ]),
      ),
    ).toBe("sent kept"));
});

describe("while contacts were not read", () => {
  const last = { date: "2025-03-01", recordedAt: "2025-03-01T10:00:00Z" };

  test("what is older than the last one waits for them", () =>
    expect(
      ids(
        downTo(
          [
            entry("a", "2025-04-01"),
            entry("b", "2025-03-01"),
            entry("c", "2025-03-01", { kind: "referral", recordedAt: "2025-03-01T09:00:00Z" }),
            entry("d", "2025-02-01", { kind: "assessment" }),
          ],
          last,
        ),
      ),
    ).toBe("a b"));

  test("what is on its way is shown all the same", () =>
    expect(ids(downTo([entry("sent", "2024-01-01", { underway: "saving" })], last))).toBe("sent"));

  test("what they are can be chosen as if they were there", () =>
    expect(
      choicesIn([entry("a", "2025-11-20")], today, {
        contacts: 2,
        oldestOn: "2023-11-01",
        authors: [
          { author: { id: "claire", name: "Claire Morel" }, contacts: 1 },
          { author: { id: "yanis", name: null }, contacts: 1 },
        ],
        years: [
          { year: 2025, contacts: 1 },
          { year: 2023, contacts: 1 },
        ],
      }),
    ).toEqual({
      kinds: [],
      authors: [
        { id: "claire", name: "Claire Morel" },
        { id: "yanis", name: null },
      ],
      periods: ["3m", "12m", "y2025", "y2023"],
    }));
});

describe("a filter", () => {
  const all = [
    entry("now", "2025-11-20"),
    entry("spring", "2025-04-02", { author: { id: "yanis", name: "Yanis Belkacem" } }),
    entry("past", "2024-06-01", { kind: "assessment" }),
  ];
  test("by kind", () => expect(ids(looked(all, { kind: "assessment" }, today))).toBe("past"));
  test("by author", () => expect(ids(looked(all, { by: "yanis" }, today))).toBe("spring"));
  test("by recent months or by year", () => {
    expect(ids(looked(all, { period: "3m" }, today))).toBe("now");
    expect(ids(looked(all, { period: "12m" }, today))).toBe("now spring");
    expect(ids(looked(all, { period: "y2024" }, today))).toBe("past");
  });
  test("never hides what is on its way", () =>
    expect(
      ids(looked([...all, entry("sent", "2025-11-24", { underway: "saving" })], { by: "yanis" }, today)),
    ).toBe("spring sent"));
  test("is read from the address, and nothing else is", () => {
    expect(filterOf({ kind: "referral", by: "9f", period: "y2024" })).toEqual({
      kind: "referral",
      by: "9f",
      period: "y2024",
    });
    expect(filterOf({ kind: "secret", by: "<b>", period: "always" })).toEqual({});
  });
});

test("only what tells entries apart can be chosen", () => {
  const alike = [entry("a", "2025-11-20"), entry("b", "2025-11-01")];
  expect(choicesIn(alike, today)).toEqual({ kinds: [], authors: [], periods: [] });
  const different = [...alike, entry("c", "2023-11-01", { kind: "referral", author: { id: "yanis" } })];
  expect(choicesIn(different, today)).toEqual({
    kinds: ["contact", "referral"],
    authors: [
      { id: "claire", name: "Claire Morel" },
      { id: "yanis", name: null },
    ],
    periods: ["3m", "12m", "y2025", "y2023"],
  });
});

test("three months before the 31st of May is the last of February", () =>
  expect(monthsBefore("2025-05-31", 3)).toBe("2025-02-28"));
