import { type Anchor, readAnchor } from "./anchor.ts";
import { fromBase64Url } from "./base64url.ts";
import { grewFrom } from "./merkle.ts";
import type { Refusal } from "./refusals.ts";
import { readSigned } from "./signed.ts";
import { isObject, isTexts, strictJson } from "./strictJson.ts";

/** Understands the state of the agency's list of certificates at one moment. */
export interface TreeHead {
  size: number;
  root: string;
  at: string;
}

/** Reads a head that the agency signed. */
export async function readHead(statement: string, agency: Anchor): Promise<TreeHead | undefined> {
  const said = await readSigned(statement, "lethe-tree-head+jws", agency);
  const { size, root, at } = said ?? {};
  return Number.isSafeInteger(size) && typeof root === "string" && typeof at === "string"
    ? { size: size as number, root, at }
    : undefined;
}

/** A head that whoever checks has kept from another day, or that a witness did. */
export interface KeptHead {
  /** The signed head; of several lines the last counts. */
  file: string;
  /** The proof that joins it with the certificate's own head. */
  growth?: string | undefined;
  /** The witness's public key when it is the witness's statement. */
  witness?: string | undefined;
}

/** The head that was kept, or why there is none. */
export async function readKept(kept: KeptHead, agency: Anchor): Promise<TreeHead | Refusal> {
  let line = kept.file.replace(/\n+$/, "").split("\n").at(-1) ?? "";
  if (kept.witness !== undefined) {
    const witness = await readAnchor(kept.witness);
    if (!witness) {
      return "not-a-witness";
    }
    const seen = await readSigned(line, "lethe-witnessed-head+jws", witness);
    if (typeof seen?.treeHead !== "string") {
      return "not-witnessed";
    }
    line = seen.treeHead;
  }
  return (await readHead(line, agency)) ?? "kept-head-not-signed";
}

/** Why the list did not grow from one of the two heads to the other; nothing when it did. */
export async function against(
  kept: TreeHead,
  own: TreeHead,
  growth: string | undefined,
): Promise<Refusal | undefined> {
  if (kept.size === own.size) {
    return kept.root === own.root ? undefined : "rewritten";
  }
  if (growth === undefined) {
    return "growth-missing";
  }
  const [earlier, later] = kept.size < own.size ? [kept, own] : [own, kept];
  const proof = strictJson(growth);
  if (!isObject(proof) || !isTexts(proof.proof) || proof.from !== earlier.size || proof.to !== later.size) {
    return "not-a-growth";
  }
  const hashes = hashesOf(proof.proof);
  const before = fromBase64Url(earlier.root);
  const after = fromBase64Url(later.root);
  const grew = hashes && before && after && (await grewFrom(before, earlier.size, after, later.size, hashes));
  return grew ? undefined : "not-grown";
}

/** The hashes of a proof; nothing when one of them is not written as it must be. */
export function hashesOf(proof: readonly string[]): Uint8Array<ArrayBuffer>[] | undefined {
  const hashes = proof.map(fromBase64Url);
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined;
}
