import type { Author, Told } from "./types.ts";

/** Understands why a request was refused: RFC 9457 problem details, or no answer at all. */
export interface FieldError {
  pointer: string;
  detail: string;
}

interface ProblemDetails {
  type?: string;
  title?: string;
  detail?: string;
  instance?: string;
  errors?: FieldError[];
  certificateId?: string | null;
  erasureId?: string | null;
  erasedOn?: string | null;
  until?: string | null;
  fileId?: string | null;
  personId?: string | null;
  /** The wording that is in force, when somebody else wrote one meanwhile. */
  revisionId?: string | null;
  exceptionalAccess?: boolean;
  referent?: Author | null;
  /** Who will know of an exceptional access. */
  told?: Told | null;
  ask?: Author | null;
  /** What speaks against two records being of one person. */
  doubts?: ("birth-dates-differ" | "same-household")[];
  /** Where a quote of an import was left open. */
  line?: number;
  /** The columns that an import lacks, and the places of those that are not known. */
  missing?: string[];
  unknownPlaces?: number[];
}

const PREFIX = "urn:lethe:problem:";

const CODE_BY_STATUS: Record<number, string> = {
  400: "invalid-request",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  410: "erased",
  423: "suspended",
  503: "keys-unavailable",
};

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** The server's sentence, in the language asked for; undefined when the server said nothing. */
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  readonly retryAfterSeconds: number | undefined;
  readonly facts: ProblemDetails;

  constructor(status: number, code: string, facts: ProblemDetails = {}, retryAfterSeconds?: number) {
    super(code);
    this.status = status;
    this.code = code;
    this.facts = facts;
    this.detail = facts.detail || facts.title;
    this.errors = facts.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** By which the operator finds what went wrong; only for what should not have happened. */
  get reference(): string | undefined {
    return this.status >= 500 ? this.facts.instance?.replace("urn:uuid:", "") : undefined;
  }

  /** Whether asking again, unchanged, can succeed. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export function offline(): Problem {
  return new Problem(0, "offline");
}

export function problemOf(response: Pick<Response, "status" | "headers">, body: unknown): Problem {
  const facts = isObject(body) ? (body as ProblemDetails) : {};
  const named = typeof facts.type === "string" && facts.type.startsWith(PREFIX);
  const code = named
    ? (facts.type as string).slice(PREFIX.length)
    : (CODE_BY_STATUS[response.status] ?? "unexpected");
  const retryAfter = Number(response.headers.get("Retry-After"));
  return new Problem(response.status, code, facts, retryAfter > 0 ? retryAfter : undefined);
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(-1, "unexpected");
}

/** The form field that a JSON pointer such as /familyName is about. */
export function fieldOf(error: FieldError): string {
  return error.pointer.replace(/^#?\//, "").split("/")[0] ?? "";
}

function isObject(body: unknown): body is object {
  return typeof body === "object" && body !== null;
}
