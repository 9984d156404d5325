import { randomUUID } from "node:crypto";
import type { ExceptionalAccess, Import, Reading, ReadingRights } from "../src/api/types.ts";
import { type Answering, problem } from "./asked.ts";

/** Who may read, who did, the unit's life of files, and imports. */
const staff = [
  { id: "worker", name: "Claire Morel", roles: ["worker"], unit: "centre" },
  { id: "worker-2", name: "Amina Diallo", roles: ["worker"], unit: "centre" },
  { id: "worker-north", name: "Yanis Belkacem", roles: ["worker"], unit: "north" },
  { id: "lead", name: "Hélène Duval", roles: ["lead"], unit: "centre" },
];
const CLAIRE = { id: "worker", name: "Claire Morel" };
const YANIS = { id: "worker-north", name: "Yanis Belkacem" };
const HELENE = { id: "lead", name: "Hélène Duval" };

const accesses: ExceptionalAccess[] = [
  {
    accessId: randomUUID(),
    fileId: "f0000003-2222-4000-8000-000000000000",
    worker: YANIS,
    reason: "emergency",
    reasonText: "Accueil de nuit, la personne s’est présentée sans papiers.",
    at: "2025-11-23T19:40:00Z",
    until: "2025-11-24T03:40:00Z",
    seen: false,
    told: "referent",
    yours: true,
  },
];
const rights = new Map<string, ReadingRights>();
const imports = new Map<string, Import>();
const opened = new Set<string>();

const reading = (at: string, more: Partial<Reading> = {}): Reading => ({
  at,
  reader: CLAIRE,
  role: "worker",
  unit: "centre",
  compartments: ["identity", "narrative", "coding"],
  reason: "file",
  reasonLabel: "Lecture du dossier",
  ...more,
});

export const accessAnswer: Answering = ({ me, method, path, url, body, raw }) => {
  const own = `${method} ${path}`;
  if (own === "GET /api/cases/staff") {
    const unit = url.searchParams.get("unit") ?? me.unit;
    return { status: 200, body: { items: staff.filter((one) => one.unit === unit) } };
  }
  if (own === "GET /api/cases/exceptional-accesses") {
    return { status: 200, body: { items: accesses } };
  }
  const seen = /exceptional-accesses\/([\w-]+)\/seen$/.exec(path);
  if (seen) {
    for (const access of accesses.filter((one) => one.accessId === seen[1])) {
      access.seen = true;
    }
    return { status: 200, body: {} };
  }
  const refused =
    /^\/api\/cases\/files\/eeeeeeee-0000-4000-8000-0000000004(03|04|05)(\/exceptional-access)?$/.exec(path);
  if (refused && !opened.has(path)) {
    if (refused[2]) {
      return { status: 201, body: { accessId: randomUUID(), until: "2025-11-24T18:00:00Z" } };
    }
    return refused[1] === "03"
      ? problem(403, "other-unit", {
          exceptionalAccess: true,
          referent: YANIS,
          told: { office: "referent", staff: [YANIS] },
        })
      : refused[1] === "04"
        ? problem(403, "excluded", { ask: HELENE })
        : problem(403, "restricted", {
            ask: HELENE,
            exceptionalAccess: true,
            told: { office: "lead", staff: [HELENE] },
          });
  }
  if (/\/readers$/.test(path)) {
    const items = [
      reading("2025-11-24T09:12:00Z"),
      reading("2025-11-24T09:10:00Z"),
      reading("2025-11-24T09:05:00Z", { reason: "print", reasonLabel: "Impression" }),
      reading("2025-11-23T19:41:00Z", {
        reader: YANIS,
        unit: "north",
        compartments: ["identity", "narrative"],
        exceptional: { reason: "emergency", reasonText: "Accueil de nuit, sans papiers." },
      }),
      reading("2025-11-20T14:00:00Z", {
        compartments: ["identity"],
        reason: "list",
        reasonLabel: "Liste de la circonscription",
      }),
    ];
    return { status: 200, body: { items, page: 0, size: 50, total: items.length } };
  }
  const person = /^\/api\/cases\/persons\/([\w-]+)\/(reading|exclusions|restriction)(?:\/([\w-]+))?$/.exec(
    path,
  );
  if (person?.[1]) {
    return readingRights(person[1], `${method} ${person[2]}`, person[3], body);
  }
  if (path.startsWith("/api/cases/imports")) {
    return imported(method, path, url, raw);
  }
  return undefined;
};

function readingRights(
  personId: string,
  asked: string,
  id: string | undefined,
  body: Record<string, unknown>,
) {
  const known = rights.get(personId) ?? { exclusions: [], restriction: null };
  rights.set(personId, known);
  const named = (one: unknown) => staff.find((member) => member.id === one) ?? HELENE;
  switch (asked) {
    case "POST exclusions":
      known.exclusions.push({
        exclusionId: randomUUID(),
        worker: named(body.workerId),
        ask: HELENE,
        reason: body.reason as "relative",
        at: "2025-11-24T09:00:00Z",
      });
      return { status: 201, body: { exclusionId: known.exclusions.at(-1)?.exclusionId } };
    case "DELETE exclusions":
      known.exclusions = known.exclusions.filter((one) => one.exclusionId !== id);
      return { status: 204 };
    case "PUT restriction":
      known.restriction = {
        restrictionId: randomUUID(),
        workers: (body.workerIds as string[]).map(named),
        ask: HELENE,
        exceptionalAccess: Boolean(body.exceptionalAccess),
        reason: body.reason as "protection",
        at: "2025-11-24T09:00:00Z",
      };
      return { status: 200, body: {} };
    case "DELETE restriction":
      known.restriction = null;
      return { status: 204 };
    default:
      return { status: 200, body: known };
  }
}

function imported(method: string, path: string, url: URL, raw: Buffer) {
  if (method === "POST") {
    const rows = raw.toString("utf8").trim().split("\n").length - 1;
    const importId = randomUUID();
    imports.set(importId, {
      importId,
      state: "running",
      dryRun: url.searchParams.get("dryRun") === "true",
      rows,
      done: 0,
      created: 0,
      already: 0,
      refused: 0,
      lines: { all: rows + 1, empty: 0, withinCells: 0 },
      errors: [],
      warnings: [],
      startedAt: "2025-11-24T09:00:00Z",
    });
    return { status: 202, body: { importId } };
  }
  const one = imports.get(path.split("/").at(-1) ?? "");
  if (!one) {
    return { status: 200, body: { items: [...imports.values()] } };
  }
  one.done = Math.min(one.rows, one.done + Math.max(1, Math.ceil(one.rows / 3)));
  one.created = Math.max(0, one.done - 1);
  if (one.done === one.rows) {
    one.state = "done";
    one.refused = 1;
    one.errors = [
      { line: 3, column: "birthDate", code: "future", detail: "La date ne peut pas être dans l’avenir." },
    ];
  }
  return { status: 200, body: one };
}
