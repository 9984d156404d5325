import { verifyAsync } from "@noble/ed25519";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { isObject, strictJson } from "./strictJson.ts";

/** Understands a public key (JWK, Ed25519) against which statements are checked. */
export interface Anchor {
  /** The key's thumbprint (RFC 7638). */
  keyId: string;
  /** Whether the key signed this. */
  signed(content: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean>;
}

const POINT = 32;
const SIGNATURE = 64;

/** Reads a JWK; nothing when it is no Ed25519 public key. A private key is not for whoever checks. */
export async function readAnchor(jwk: string): Promise<Anchor | undefined> {
  const members = strictJson(jwk);
  if (
    !isObject(members) ||
    members.kty !== "OKP" ||
    members.crv !== "Ed25519" ||
    (members.d ?? null) !== null
  ) {
    return undefined;
  }
  const point = typeof members.x === "string" ? fromBase64Url(members.x) : undefined;
  if (point?.length !== POINT) {
    return undefined;
  }
  const named = new TextEncoder().encode(JSON.stringify({ crv: "Ed25519", kty: "OKP", x: members.x }));
  const keyId = toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", named)));
  return {
    keyId,
    signed: (content, signature) =>
      signature.length === SIGNATURE ? verified(point, content, signature) : Promise.resolve(false),
  };
}

/** By the browser itself, or where it does not know Ed25519, by the library. */
async function verified(
  point: Uint8Array<ArrayBuffer>,
  content: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey("raw", point, { name: "Ed25519" }, false, ["verify"]);
  } catch (unknown) {
    if (unknown instanceof DOMException && unknown.name === "NotSupportedError") {
      return verifyAsync(signature, content, point, { zip215: false });
    }
    return false;
  }
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, content);
}
