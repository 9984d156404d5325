import { readFileSync } from "node:fs";

/** A file to check, and what is answered. */
export interface Vector {
  name: string;
  document: string;
  anchor: string;
  kept?: string;
  growth?: string;
  witness?: string;
  refusal?: string;
}

/** The files that the Java implementation is held against as well (CertificateVectorsTest); for tests alone. */
export const vectors: Vector[] = JSON.parse(
  readFileSync(
    new URL("../../../../contracts/src/test/resources/certificates/vectors.json", import.meta.url),
    "utf8",
  ),
);
