import { answered, client } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { type Envelope, isEnvelope } from "./envelope.ts";
import { draftsThere, forgetDraftsThere } from "./there.ts";
import { keepHere, keptHere, removeHere } from "./vault.ts";
import type { DraftKind } from "./writing.ts";

/** What a place holds, and which writing it is. */
export interface Found {
  envelope: Envelope | undefined;
  revision: string | null;
}

/**
 * Understands where a desk is kept: each writing takes the place of the one that was read, and of no other. Whoever comes
 * too late is told (undefined), and overwrites nothing.
 */
export interface Place {
  look: () => Promise<Found>;
  keep: (envelope: Envelope, read: string | null) => Promise<string | undefined>;
  /** Returns whether nothing else is there by now. */
  drop: (read: string | null) => Promise<boolean>;
}

/** What the browser still sends while a page closes. */
const OUTLIVES_THE_PAGE = 60_000;

export function thisWorkstation(fileId: string, kind: DraftKind): Place {
  return {
    look: async () => {
      const { content, revision } = await keptHere(fileId, kind);
      return { envelope: isEnvelope(content) ? content : undefined, revision };
    },
    keep: (envelope, read) => keepHere(fileId, kind, envelope, read),
    drop: (read) => removeHere(fileId, kind, read),
  };
}

export function theServer(fileId: string, kind: DraftKind): Place {
  const path = { fileId, kind };
  return {
    look: async () => {
      const rows = await draftsThere();
      if (!rows.some((row) => row.fileId === fileId && row.kind === kind)) {
        return { envelope: undefined, revision: null };
      }
      const found = await answered(
        client.GET("/api/cases/files/{fileId}/drafts/{kind}", { params: { path } }),
      ).catch(goneIsNone);
      return {
        envelope: isEnvelope(found?.draft) ? found.draft : undefined,
        revision: found?.revisionId ?? null,
      };
    },
    keep: async (envelope, read) => {
      const body = { draft: envelope, ...(read ? { revisionId: read } : {}) };
      const keepalive = JSON.stringify(body).length < OUTLIVES_THE_PAGE;
      const kept = await answered(
        client.PUT("/api/cases/files/{fileId}/drafts/{kind}", { params: { path }, body, keepalive }),
      ).catch(overtakenIsNone);
      forgetDraftsThere();
      return kept?.revisionId;
    },
    drop: async (read) => {
      if (!read) {
        return true;
      }
      const dropped = await answered(
        client.DELETE("/api/cases/files/{fileId}/drafts/{kind}", {
          params: { path, query: { revisionId: read } },
        }),
      )
        .then(() => "dropped")
        .catch(goneIsDropped)
        .catch(overtakenIsNone);
      forgetDraftsThere();
      return dropped !== undefined;
    },
  };
}

/** A draft that the server no longer has is no draft. */
function goneIsNone(error: unknown): undefined {
  if (asProblem(error).status !== 404) {
    throw error;
  }
}

function goneIsDropped(error: unknown): string {
  goneIsNone(error);
  return "dropped";
}

function overtakenIsNone(error: unknown): undefined {
  if (asProblem(error).code !== "edited-meanwhile") {
    throw error;
  }
}
