import { expect, test } from "vitest";
import { screensOf, startOf } from "./roles.ts";

test("a worker sees files and nothing of erasures", () =>
  expect(screensOf(["worker"])).toEqual(["home", "unitFiles", "newPerson"]));

test("a retention administrator sees no file", () =>
  expect(screensOf(["retention-admin"])).toEqual([
    "deadlines",
    "erasures",
    "holds",
    "certificates",
    "epochs",
    "failed",
  ]));

test("whoever may ask about epochs sees their page", () => {
  for (const role of ["retention-admin", "dpo", "auditor"] as const) {
    expect(screensOf([role])).toContain("epochs");
  }
});

test("whoever oversees reads the yearly grid", () => {
  for (const role of ["statistician", "lead", "dpo", "auditor"] as const) {
    expect(screensOf([role])).toContain("grid");
  }
});

test("two roles add up, each screen once", () =>
  expect(screensOf(["lead", "worker", "statistician"])).toEqual([
    "home",
    "unitFiles",
    "newPerson",
    "unit",
    "imports",
    "grid",
  ]));

test("a lead sees the unit's files and registers nobody", () =>
  expect(screensOf(["lead"])).toEqual(["unit", "imports", "grid"]));

test("each role starts on its first screen", () => {
  expect(startOf(["worker"])).toBe("/");
  expect(startOf(["retention-admin"])).toBe("/deadlines");
  expect(startOf(["integrator"])).toBeUndefined();
});
