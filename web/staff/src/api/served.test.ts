import { readFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";

const SERVICES = ["cases", "consents", "retention", "reports"];

test.each(SERVICES)(
  "the served types of %s are made of the document in docs/openapi (npm run api)",
  async (of) => {
    const document = new URL(`../../../../docs/openapi/${of}.json`, import.meta.url);
    const types = await readFile(new URL(`./served/${of}.ts`, import.meta.url), "utf8");

    expect(types.endsWith(astToString(await openapiTS(document)))).toBe(true);
  },
);
