import { expect, test } from "vitest";
import type { DueRow, FileRow } from "../api/types.ts";
import { dueLines, nearAndFar } from "./due.ts";

const due = (fileId: string, kind: DueRow["kind"], on: string): DueRow => ({
  fileId,
  recordId: "r",
  kind,
  on,
  late: false,
});
const row: FileRow = {
  fileId: "a",
  person: { personId: "p", familyName: "Morel" },
  openedOn: "2024-01-01",
  unit: "centre",
  contacts: 1,
  state: "live",
};

test("what is due stands soonest first, with a name where one is known", () =>
  expect(
    dueLines([due("b", "follow-up", "2025-12-09"), due("a", "notice", "2025-11-20")], [row]).map((line) => [
      line.due.kind,
      line.person?.familyName,
    ]),
  ).toEqual([
    ["notice", "Morel"],
    ["follow-up", undefined],
  ]));

test("the day on which a file itself ends is said in the list of files, not here", () =>
  expect(dueLines([due("a", "deadline", "2025-11-20")], [row])).toEqual([]));

test("what is due in a year does not stand among what is to be done", () => {
  const lines = dueLines(
    [
      due("a", "review", "2026-11-01"),
      due("a", "notice", "2025-12-01"),
      { ...due("b", "notice", "2025-11-20"), late: true },
    ],
    [row],
  );
  const { near, far } = nearAndFar(lines, "2025-11-24");
  expect([near, far].map((some) => some.map((line) => line.due.on))).toEqual([
    ["2025-11-20", "2025-12-01"],
    ["2026-11-01"],
  ]);
});
