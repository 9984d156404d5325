import { randomUUID } from "node:crypto";
import type { Compartment, Deadline, Erasure, ErasureState, Me } from "../src/api/types.ts";
import words from "../src/words/fr/hold.ts";
import type { Given } from "./asked.ts";
import { endsAt, keysRemoved, rotate } from "./epochs.ts";
import { heldFor } from "./holds.ts";
import { TODAY, units } from "./sample.ts";

/** Erasures in memory; approval makes grace end today, so that every step can be looked at. */
const all: Compartment[] = ["identity", "narrative", "coding", "health", "third-party"];
const erasures = new Map<string, Erasure>();

const due: Deadline[] = Array.from({ length: 64 }, (_, at) => ({
  personId: `b${String(at).padStart(7, "0")}-1111-4000-8000-000000000000`,
  fileId: `d${String(at).padStart(7, "0")}-2222-4000-8000-000000000000`,
  unit: units[at % 3]?.code ?? "centre",
  rule: at % 4 === 0 ? "single-visit" : at % 11 === 0 ? "health" : "support-file",
  ruleLabel:
    at % 4 === 0
      ? "Passage unique sans suite : un an"
      : at % 11 === 0
        ? "Données de santé : un an après le dernier contact"
        : "Dossier d’accompagnement : deux ans après le dernier contact",
  action: "erase",
  dueOn: new Date(Date.parse(TODAY) + (at - 58) * 4 * 86_400_000).toISOString().slice(0, 10),
  compartments: at % 11 === 0 && at % 4 !== 0 ? ["health"] : all,
}));

/** What the agency's own files add to the list. */
let ofFiles: () => Deadline[] = () => [];

export function alsoDue(of: () => Deadline[]): void {
  ofFiles = of;
}

export function stateOf(personId: string): ErasureState | undefined {
  return [...erasures.values()].find((erasure) => chosen.get(erasure.erasureId)?.includes(personId))?.state;
}

const chosen = new Map<string, string[]>();

export function deadlines(url: URL) {
  const { dueBefore = "", rule, unit } = Object.fromEntries(url.searchParams);
  const items = [...due, ...ofFiles()].filter(
    (one) => one.dueOn < dueBefore && (!rule || one.rule === rule) && (!unit || one.unit === unit),
  );
  return { items, total: items.length };
}

export function erasureAnswer(me: Me, method: string, path: string, body: Record<string, unknown>): Given {
  const [, , , what = "", id = "", step] = path.split("/");
  if (what === "epochs" && method === "POST") {
    for (const erasure of erasures.values()) {
      if (erasure.state === "pruned") {
        later(erasure, "destroyed", 500);
        later(erasure, "certified", 2_500);
      }
    }
    return { status: 201, body: rotate() };
  }
  if (what === "certificates") {
    return certificates(id);
  }
  if (what !== "erasures") {
    return { status: 404, body: { type: "urn:lethe:problem:not-found" } };
  }
  if (!id) {
    return method === "POST" ? preview(body) : { status: 200, body: { items: [...erasures.values()] } };
  }
  const erasure = erasures.get(id);
  if (!erasure) {
    return { status: 404, body: { type: "urn:lethe:problem:not-found" } };
  }
  return step ? take(erasure, step, me, body) : { status: 200, body: erasure };
}

function preview(body: Record<string, unknown>): Given {
  const persons = body.personIds as string[] | undefined;
  const items = [...due, ...ofFiles()].filter((one) =>
    persons ? persons.includes(one.personId) : one.rule === body.rule && one.dueOn < String(body.dueBefore),
  );
  const onHold = items.flatMap((one) => {
    const reason = heldFor(one.personId);
    return reason ? [{ personId: one.personId, cause: "on-hold", reason }] : [];
  });
  const free = items.filter((one) => !heldFor(one.personId));
  const held = [
    ...(persons
      ? []
      : free
          .slice(0, 2)
          .map((one, at) => ({ personId: one.personId, cause: at ? "not-due" : "new-activity" }))),
    ...onHold,
  ];
  const kept = persons ? free : free.slice(2);
  const share = (of: (one: Deadline) => [string, string]) => {
    const counts = new Map<string, { code: string; label: string; count: number }>();
    for (const one of kept) {
      const [code, label] = of(one);
      counts.set(code, { code, label, count: (counts.get(code)?.count ?? 0) + 1 });
    }
    return [...counts.values()];
  };
  const erasure: Erasure = {
    erasureId: randomUUID(),
    state: "previewed",
    paused: false,
    reason: body.reason as Erasure["reason"],
    reasonLabel: String(body.reason),
    rule: (body.rule as string) ?? null,
    dueBefore: (body.dueBefore as string) ?? null,
    createdAt: new Date().toISOString(),
    createdBy: { id: "admin", name: "" },
    progress: {
      total: kept.length,
      suspended: 0,
      removed: 0,
      droppedOut: [],
      confirmations: [],
      awaiting: [],
      late: [],
    },
    preview: {
      count: items.length,
      erasable: kept.length,
      held,
      onHold: [...new Set(onHold.map(({ reason }) => reason))].map((code) => ({
        code,
        label: words.reasons[code],
        count: onHold.filter(({ reason }) => reason === code).length,
      })),
      byRule: share((one) => [one.rule, one.ruleLabel]),
      byUnit: share((one) => [one.unit, units.find((unit) => unit.code === one.unit)?.label ?? one.unit]),
      byCompartment: all.map((code) => ({ code, label: code, count: kept.length })),
      shareOfBase: kept.length / 300,
    },
  };
  erasures.set(erasure.erasureId, erasure);
  chosen.set(
    erasure.erasureId,
    kept.map((one) => one.personId),
  );
  return { status: 201, body: erasure };
}

function take(erasure: Erasure, step: string, me: Me, body: Record<string, unknown>): Given {
  const by = { id: me.id, name: me.name };
  switch (step) {
    case "request":
      Object.assign(erasure, { state: "requested", requestedBy: by });
      break;
    case "refusal":
      if (erasure.requestedBy?.id === me.id) {
        return { status: 403, body: { type: "urn:lethe:problem:four-eyes-to-refuse" } };
      }
      Object.assign(erasure, {
        state: "refused",
        refused: { by, reason: body.reason, reasonLabel: "", at: new Date().toISOString() },
      });
      break;
    case "approval":
      if (erasure.requestedBy?.id === me.id) {
        return { status: 403, body: { type: "urn:lethe:problem:four-eyes" } };
      }
      Object.assign(erasure, {
        state: "suspended",
        approvedBy: by,
        graceEndsOn: TODAY,
        progress: {
          total: erasure.preview?.erasable ?? 0,
          suspended: erasure.preview?.erasable ?? 0,
          removed: 0,
          droppedOut: [],
          confirmations: [],
          awaiting: [],
          late: [],
        },
      });
      break;
    case "execution":
      run(erasure);
      break;
    case "pause":
      erasure.paused = true;
      break;
    case "resumption":
      erasure.paused = false;
      break;
    default:
      erasure.state = "cancelled";
  }
  return { status: 200, body: erasure };
}

const services = ["case-service", "consent-service", "reporting-service"];

function run(erasure: Erasure) {
  later(erasure, "removed", 300);
  later(erasure, "confirmed", 3_500);
  later(erasure, "pruned", 7_000);
}

function later(erasure: Erasure, state: ErasureState, delay: number) {
  setTimeout(() => {
    erasure.state = state;
    const progress = erasure.progress;
    if (!progress) {
      return;
    }
    if (progress.removed === 0) {
      keysRemoved(progress.total * all.length);
    }
    progress.removed = progress.total;
    erasure.inBackups =
      state === "destroyed" || state === "certified"
        ? { recoverable: false, copiesAt: [], since: new Date().toISOString() }
        : { recoverable: true, waitsFor: "rotation", until: endsAt(), copiesAt: ["notaire"] };
    progress.awaiting = state === "removed" || state === "confirmed" ? services : [];
    if (state === "confirmed" || state === "pruned") {
      const phase = state === "confirmed" ? "purged" : "pruned";
      progress.confirmations.push(
        ...services.map((by) => ({ by, phase, at: new Date().toISOString() }) as const),
      );
    }
    if (state === "certified") {
      erasure.certificateId = "5d1f2a90-77aa-4c1e-9c55-1d0d2f3b6c01";
    }
  }, delay);
}

const CERTIFICATE = "5d1f2a90-77aa-4c1e-9c55-1d0d2f3b6c01";

function certificates(id: string): Given {
  const issuedAt = "2025-10-03T09:12:00Z";
  const erasureId = [...erasures.keys()][0] ?? CERTIFICATE;
  if (!id) {
    return {
      status: 200,
      body: { items: [{ certificateId: CERTIFICATE, erasureId, index: 0, issuedAt, persons: 12, keys: 84 }] },
    };
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const statement = {
    certificateId: CERTIFICATE,
    erasureId,
    reason: "deadline",
    issuedAt,
    persons: 12,
    keys: 84,
    decided: { askedBy: "retention-admin", approvedBy: "retention-admin" },
    byRule: [
      {
        code: "single-visit",
        count: 12,
        french: "Passage unique",
        english: "Single visit",
        legalSource: "Référentiel CNIL social et médico-social, 2021, section 6",
      },
    ],
    byUnit: [{ code: "centre", count: 12 }],
    byCompartment: [
      { code: "identity", count: 12 },
      { code: "narrative", count: 12 },
    ],
    horizon: {
      removedFrom: "2025-10-02",
      removedTo: "2025-10-03",
      epochs: [{ epoch: 4, destroyedAt: "2025-10-03T09:11:58Z" }],
      store: "pkcs12-file",
    },
    verified: { rowsAbsent: 84, leasesRefused: 84, sampleUnreadable: 84, oldestEpochKept: 5 },
    confirmedBy: services.map((by) => ({ by, purgedAt: issuedAt, prunedAt: issuedAt })),
    notified: ["integrator"],
    limits: ["Whoever was leased a key may have kept it, or what it opened."],
  };
  return {
    status: 200,
    body: {
      certificate: `${part({ alg: "EdDSA" })}.${part(statement)}.c2lnbmF0dXJl`,
      salt: "c2FsdA",
      index: 0,
      proof: [],
      treeHead: "e30.e30.c2ln",
    },
  };
}
