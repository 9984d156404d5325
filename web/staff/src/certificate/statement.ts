/** Understands a certificate document: the statement inside its signature (JWS, RFC 7515). */
export type Statement = Record<string, unknown>;

export function statementOf(document: Record<string, unknown>): Statement {
  const compact = Object.values(document).find(isJws);
  if (!compact) {
    return document;
  }
  const payload = compact.split(".")[1] ?? "";
  return JSON.parse(new TextDecoder().decode(base64Url(payload))) as Statement;
}

function isJws(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value);
}

function base64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
