import { expect, test } from "vitest";
import type { FileRow } from "../api/types.ts";
import { byNearness } from "./groups.ts";

const row = (fileId: string, dueOn: string | null): FileRow => ({
  fileId,
  person: { personId: fileId, familyName: "Morel" },
  openedOn: "2024-01-01",
  unit: "centre",
  contacts: 1,
  dueOn,
  state: "live",
});

test("files stand in sections by what is due, and keep the server's order inside", () => {
  const groups = byNearness(
    [row("a", "2025-11-01"), row("b", "2025-12-24"), row("c", "2025-12-30"), row("d", null)],
    "2025-11-24",
  );
  expect(groups.map((group) => [group.nearness, group.rows.map((one) => one.fileId)])).toEqual([
    ["late", ["a"]],
    ["due", ["b", "c"]],
    ["undated", ["d"]],
  ]);
});

test("a section without a file is not there", () =>
  expect(byNearness([row("a", "2027-01-01")], "2025-11-24").map((group) => group.nearness)).toEqual([
    "later",
  ]));
