/** Understands a certificate document: what its signature (JWS, RFC 7515) covers. */
export interface Statement {
  certificateId: string;
  erasureId: string;
  reason: string;
  issuedAt: string;
  /** Set when a database was put back that no longer knew the erasure which had removed the keys. */
  takenUp?: { erasureId: string; at: string };
  persons: number;
  keys: number;
  byRule: Count[];
  byUnit: Count[];
  byCompartment: Count[];
  horizon: {
    removedFrom: string;
    removedTo: string;
    epochs: { epoch: number; destroyedAt: string }[];
    store: string;
  };
  verified: { rowsAbsent: number; leasesRefused: number; sampleUnreadable: number };
  confirmedBy: { by: string; purgedAt?: string | null; prunedAt?: string | null }[];
  /** Who once leased a key, was told, and did not confirm. */
  notified: string[];
  /** For whom keys did not wait any longer; absent where that was not written down. */
  late?: string[];
  /** What the certificate cannot claim. */
  limits: string[];
}

export interface Count {
  code: string;
  count: number;
}

export function statementOf(document: string): Statement {
  const { certificate } = JSON.parse(document) as { certificate: string };
  const payload = certificate.split(".")[1] ?? "";
  return JSON.parse(new TextDecoder().decode(base64Url(payload))) as Statement;
}

function base64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
