import { isObject, isTexts, strictJson } from "./strictJson.ts";

/** Understands the one file an inspector is given: the signed certificate, and the proof that it stands in the agency's list. */
export interface CertificateDocument {
  certificate: string;
  salt: string;
  index: number;
  proof: string[];
  treeHead: string;
}

/** Reads it; nothing when it is not written exactly as the agency writes it, save for line ends at its end. */
export function readDocument(file: string): CertificateDocument | undefined {
  const read = strictJson(file);
  if (!isObject(read)) {
    return undefined;
  }
  const { certificate, salt, index, proof, treeHead } = read;
  if (
    typeof certificate !== "string" ||
    typeof salt !== "string" ||
    !Number.isSafeInteger(index) ||
    !isTexts(proof) ||
    typeof treeHead !== "string"
  ) {
    return undefined;
  }
  const document = { certificate, salt, index: index as number, proof, treeHead };
  return JSON.stringify(document) === file.replace(/\n+$/, "") ? document : undefined;
}
