import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

/** Members that hold a code wherever they stand. */
const CODED = ["state", "kind", "outcome", "phase", "office"];
const SERVICES = ["cases", "consents", "retention", "reports"];

test("what the services answer is described by them alone: the screens only name it", async () => {
  const own = ["types", "people", "referrals", "reported", "assessments"];
  const described = await Promise.all(
    own.map(async (file) => {
      const text = await readFile(new URL(`./${file}.ts`, import.meta.url), "utf8");
      return [...text.matchAll(/^export interface (\w+)/gm)].map((found) => found[1] ?? "");
    }),
  );

  expect(described.flat().filter((name) => !name.endsWith("Paths"))).toEqual(["Items", "AssessmentText"]);
});

type Schema = { type?: string; enum?: string[]; properties?: Record<string, Schema> };

test.each(SERVICES)("the codes in what %s answers are listed in its document", async (of) => {
  const text = await readFile(new URL(`../../../../docs/openapi/${of}.json`, import.meta.url), "utf8");
  const schemas: Record<string, Schema> = JSON.parse(text).components.schemas;
  const bare = Object.entries(schemas).flatMap(([name, { properties }]) =>
    Object.entries(properties ?? {})
      .filter(([member, { type, enum: codes }]) => CODED.includes(member) && type === "string" && !codes)
      .map(([member]) => `${name}.${member}`),
  );

  // a goal is part of what is sealed, and read back as it was written
  expect(bare.filter((member) => member !== "AssessmentGoal.state")).toEqual([]);
});
