import { expect, test } from "vitest";
import type { DueRow } from "../api/types.ts";
import { byFile, nearAndFar } from "./due.ts";

const due = (fileId: string, kind: DueRow["kind"], on: string): DueRow => ({
  fileId,
  recordId: "r",
  kind,
  on,
  late: false,
});

test("what is due stands by file, the one with the soonest first", () =>
  expect(
    byFile([
      due("b", "follow-up", "2025-12-01"),
      due("a", "review", "2026-01-04"),
      due("a", "notice", "2025-11-20"),
    ]).map(({ fileId, due: lines }) => [fileId, ...lines.map(({ kind }) => kind)]),
  ).toEqual([
    ["a", "notice", "review"],
    ["b", "follow-up"],
  ]));

test("the day on which a file itself ends is said in the list of files, not here", () =>
  expect(byFile([due("a", "deadline", "2025-11-20")])).toEqual([]));

test("what is due in a year does not stand among what is to be done", () => {
  const { near, far } = nearAndFar(
    [
      due("a", "review", "2026-11-01"),
      due("a", "notice", "2025-12-01"),
      { ...due("b", "notice", "2025-11-20"), late: true },
    ],
    "2025-11-24",
  );
  expect([near, far].map((some) => some.map((line) => line.on))).toEqual([
    ["2025-12-01", "2025-11-20"],
    ["2026-11-01"],
  ]);
});
