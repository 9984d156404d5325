import { expect, test } from "vitest";
import { backupsClosedSince, statementOf } from "./statement.ts";

test("what a certificate states is read from inside its signature, accents included", () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const jws = `${part({ alg: "EdDSA" })}.${part({ persons: 3, limits: ["à part"] })}.c2ln`;
  const statement = statementOf(JSON.stringify({ certificate: jws, salt: "x", index: 0, proof: [] }));
  expect(statement.persons).toBe(3);
  expect(statement.limits).toEqual(["à part"]);
});

test("backups are closed since the last of the epochs is destroyed, whichever that is", () => {
  const epochs = [
    { epoch: 4, destroyedAt: "2025-10-03T09:11:58.500Z" },
    { epoch: 5, destroyedAt: "2025-10-03T09:11:58Z" },
  ];
  const horizon = { removedFrom: "2025-10-02", removedTo: "2025-10-02", epochs, store: "pkcs12-file" };
  expect(backupsClosedSince({ horizon })).toBe("2025-10-03T09:11:58.500Z");
  expect(backupsClosedSince({ horizon: { ...horizon, epochs: [] } })).toBeUndefined();
});
