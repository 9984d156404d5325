import type { Anchor } from "./anchor.ts";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { isObject, strictJson } from "./strictJson.ts";

/** Understands a statement that the agency or a witness signed: JWS in compact form (RFC 7515) with Ed25519 (RFC 8037). */
export type Form = "lethe-certificate+jws" | "lethe-tree-head+jws" | "lethe-witnessed-head+jws";

/**
 * What was signed; nothing unless this key signed exactly this, as a statement of this form. The header is compared as a whole:
 * another algorithm, another member or another order is another statement.
 */
export async function readSigned(
  compact: string,
  form: Form,
  anchor: Anchor,
): Promise<Record<string, unknown> | undefined> {
  const [header, payload, signature, ...more] = compact.split(".");
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    return undefined;
  }
  const expected = ascii(`{"alg":"EdDSA","typ":"${form}","kid":"${anchor.keyId}"}`);
  const content = fromBase64Url(payload);
  const signedWith = fromBase64Url(signature);
  if (header !== toBase64Url(expected) || !content || !signedWith) {
    return undefined;
  }
  if (!(await anchor.signed(ascii(`${header}.${payload}`), signedWith))) {
    return undefined;
  }
  const said = strictJson(text(content) ?? "");
  return isObject(said) ? said : undefined;
}

/** UTF-8 as it is, with nothing mended; nothing when it is none. */
export function text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function ascii(words: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(words);
}
