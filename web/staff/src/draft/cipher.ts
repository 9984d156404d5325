/** Understands how a draft is closed before it touches the workstation's disk: AES-256-GCM, bound to its file and kind. */
export interface DraftKey {
  id: string;
  key: CryptoKey;
}

export interface Closed {
  keyId: string;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const IV_BYTES = 12;

/** Once imported, the key cannot be taken out of the browser's memory again. */
export async function importKey(id: string, base64url: string): Promise<DraftKey> {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  const raw = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  raw.fill(0);
  return { id, key };
}

export async function close({ id, key }: DraftKey, name: string, content: unknown): Promise<Closed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const clear = new TextEncoder().encode(JSON.stringify(content));
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(name) }, key, clear);
  return { keyId: id, iv, bytes };
}

/** Undefined when it was closed with another key, for another file, or was altered. */
export async function open({ key }: DraftKey, name: string, { iv, bytes }: Closed): Promise<unknown> {
  try {
    const clear = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData: bound(name) },
      key,
      bytes,
    );
    return JSON.parse(new TextDecoder().decode(clear));
  } catch {
    return undefined;
  }
}

function bound(name: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(name);
}
