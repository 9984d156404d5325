/** Understands a certificate document: what its signature (JWS, RFC 7515) covers. */
export interface Statement {
  certificateId: string;
  erasureId: string;
  reason: string;
  issuedAt: string;
  /** Set when a database was put back that no longer knew the erasure which had removed the keys. */
  takenUp?: { erasureId: string; at: string };
  /** By whom, by the codes of their roles; absent where nobody knows any more. */
  decided?: { askedBy: string; approvedBy: string };
  persons: number;
  keys: number;
  byRule: ByRule[];
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
  /** How many certificates of the list the agency's database, having been put back, knows by their hashes alone. */
  knownByHash?: number;
  /** What the certificate cannot claim. */
  limits: string[];
  /** The same in French; absent in certificates from before they were translated. */
  limitsInFrench?: string[];
}

/** How many persons fall under a rule, what it is called, and on which text it rests. */
export interface ByRule extends Count {
  french?: string;
  english?: string;
  legalSource?: string;
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

/** Since when no backup of the database gives back what was removed: since the last of its epochs is destroyed. */
export function backupsClosedSince({ horizon: { epochs } }: Pick<Statement, "horizon">): string | undefined {
  const byTime = [...epochs].sort((a, b) => Date.parse(a.destroyedAt) - Date.parse(b.destroyedAt));
  return byTime.at(-1)?.destroyedAt;
}

function base64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
