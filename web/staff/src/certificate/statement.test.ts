import { expect, test } from "vitest";
import { statementOf } from "./statement.ts";

test("what a certificate states is read from inside its signature, accents included", () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const jws = `${part({ alg: "EdDSA" })}.${part({ persons: 3, limits: ["à part"] })}.c2ln`;
  const statement = statementOf(JSON.stringify({ certificate: jws, salt: "x", index: 0, proof: [] }));
  expect(statement.persons).toBe(3);
  expect(statement.limits).toEqual(["à part"]);
});
