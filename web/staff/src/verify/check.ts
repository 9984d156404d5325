import type { Statement } from "../certificate/statement.ts";
import { type Anchor, readAnchor } from "./anchor.ts";
import { fromBase64Url } from "./base64url.ts";
import { type CertificateDocument, readDocument } from "./document.ts";
import { against, hashesOf, type KeptHead, readHead, readKept, type TreeHead } from "./head.ts";
import { includes, leafHash } from "./merkle.ts";
import type { Refusal } from "./refusals.ts";
import { readSigned } from "./signed.ts";
import { isObject, isTexts } from "./strictJson.ts";

/** No file that is checked is larger: a run of ten thousand persons makes a certificate of some five megabytes. */
export const LARGEST = 16 * 1024 * 1024;

/** What is to be checked, and against what. */
export interface Question {
  document: string;
  anchor: string;
  kept?: KeptHead | undefined;
}

/** What holds, or why it does not. */
export type Answer =
  | { holds: true; statement: Statement; index: number; head: TreeHead; kept?: TreeHead }
  | { holds: false; why: Refusal };

const refused = (why: Refusal): Answer => ({ holds: false, why });

/**
 * Whether a certificate of erasure is the agency's own word, unaltered. Needs no network and no service; what is answered is what
 * the Java implementation answers (eu.lethe.contracts.certificate.CertificateVerifier).
 */
export async function check({ document, anchor, kept }: Question): Promise<Answer> {
  const agency = await readAnchor(anchor);
  if (!agency) {
    return refused("not-an-anchor");
  }
  if (document.length > LARGEST) {
    return refused("too-large");
  }
  const file = readDocument(document);
  if (!file) {
    return refused("not-a-certificate");
  }
  const certificate = await readSigned(file.certificate, "lethe-certificate+jws", agency);
  if (!isStatement(certificate)) {
    return refused("not-signed");
  }
  const head = await readHead(file.treeHead, agency);
  if (!head) {
    return refused("head-not-signed");
  }
  if (!(await stands(file, head))) {
    return refused("not-in-the-list");
  }
  const held = { holds: true, statement: certificate, index: file.index, head } as const;
  return kept ? withKept(held, kept, agency) : held;
}

async function withKept(
  held: Extract<Answer, { holds: true }>,
  kept: KeptHead,
  agency: Anchor,
): Promise<Answer> {
  if (kept.file.length > LARGEST || (kept.growth?.length ?? 0) > LARGEST) {
    return refused("too-large");
  }
  const known = await readKept(kept, agency);
  if (typeof known === "string") {
    return refused(known);
  }
  const torn = await against(known, held.head, kept.growth);
  return torn ? refused(torn) : { ...held, kept: known };
}

async function stands(file: CertificateDocument, head: TreeHead): Promise<boolean> {
  const proof = hashesOf(file.proof);
  const salt = fromBase64Url(file.salt);
  const root = fromBase64Url(head.root);
  if (!proof || !salt || !root) {
    return false;
  }
  const signed = new TextEncoder().encode(file.certificate);
  const content = new Uint8Array(salt.length + signed.length);
  content.set(salt);
  content.set(signed, salt.length);
  return includes(root, head.size, file.index, await leafHash(content), proof);
}

/** Whether it says what a certificate says; signed, it is the agency's word, but the page must be able to show it. */
function isStatement(said: unknown): said is Statement {
  return (
    isObject(said) &&
    [said.certificateId, said.erasureId, said.reason, said.issuedAt].every(
      (one) => typeof one === "string",
    ) &&
    [said.persons, said.keys].every(Number.isSafeInteger) &&
    [said.byRule, said.byUnit, said.byCompartment, said.confirmedBy].every(
      (list) => Array.isArray(list) && list.every(isObject),
    ) &&
    [said.notified, said.removed, said.limits].every(isTexts) &&
    isObject(said.verified) &&
    isObject(said.horizon) &&
    Array.isArray(said.horizon.epochs)
  );
}
