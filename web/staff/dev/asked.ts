import type { CaseFile, Me } from "../src/api/types.ts";

/** What a request asks of the stand-in, and what it is given. */
export interface Asked {
  me: Me;
  method: string;
  path: string;
  url: URL;
  /** The JSON sent, or {}. */
  body: Record<string, unknown>;
  /** The bytes sent. */
  raw: Buffer;
  header: (name: string) => string | undefined;
  /** A file that can be read now. */
  file: (fileId: string) => CaseFile | undefined;
}

export interface Given {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Part of the agency: answers what it knows, and leaves the rest to the others. */
export type Answering = (asked: Asked) => Given | undefined;

export const problem = (status: number, code: string, more: object = {}): Given => ({
  status,
  body: { type: `urn:lethe:problem:${code}`, status, ...more },
});
