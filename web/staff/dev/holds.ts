import { randomUUID } from "node:crypto";
import type { Hold, HoldReason, ReleaseReason } from "../src/api/types.ts";
import hold from "../src/words/fr/hold.ts";
import { type Answering, problem } from "./asked.ts";
import { TODAY, units } from "./sample.ts";

/** Holds in memory; one of them should have been looked at by now. */
const RULES = [
  {
    code: "support-file",
    label: "Dossier d’accompagnement : deux ans après le dernier contact",
    action: "erase",
  },
  { code: "single-visit", label: "Passage unique sans suite : un an", action: "erase" },
  { code: "access-journal", label: "Journal des accès : un an", action: "drop" },
];

const holds: Hold[] = [
  {
    holdId: "c0000001-4444-4000-8000-000000000000",
    kind: "unit",
    unit: "north",
    unitLabel: units.find((unit) => unit.code === "north")?.label ?? "",
    reason: "inspection",
    reasonLabel: hold.reasons.inspection,
    placedBy: { id: "dpo", name: "Inès Roche" },
    placedAt: "2025-02-03T09:00:00Z",
    reassessOn: "2025-08-01",
    toReassess: true,
    dueNow: 12,
  },
];

/** Why somebody may not be erased for now. */
export function heldFor(personId: string): HoldReason | undefined {
  return holds.find((one) => one.personId === personId && !one.released)?.reason;
}

export const holdsAnswer: Answering = ({ me, method, path, url, body }) => {
  if (path === "/api/retention/schedule") {
    return { status: 200, body: { items: RULES } };
  }
  const [, id, step] = /^\/api\/retention\/holds(?:\/([\w-]+)\/(\w+))?$/.exec(path) ?? [];
  if (!path.startsWith("/api/retention/holds")) {
    return undefined;
  }
  const by = { id: me.id, name: me.name };
  const one = holds.find((known) => known.holdId === id);
  if (!id) {
    return method === "POST" ? place(body, by) : list(url.searchParams.get("released") === "true");
  }
  if (!one) {
    return problem(404, "not-found");
  }
  if (step === "reassessment") {
    Object.assign(one, {
      reassessOn: body.reassessOn,
      toReassess: false,
      reassessed: { by, at: `${TODAY}T09:00:00Z` },
    });
  } else {
    const reason = body.reason as ReleaseReason;
    one.released = { by, at: `${TODAY}T09:00:00Z`, reason, reasonLabel: hold.releases[reason] };
  }
  return { status: 200, body: one };
};

function list(released: boolean) {
  const items = holds
    .filter((one) => Boolean(one.released) === released)
    .sort((a, b) => a.reassessOn.localeCompare(b.reassessOn));
  return { status: 200, body: { items } };
}

function place(body: Record<string, unknown>, by: Hold["placedBy"]) {
  const personId = body.personId as string | undefined;
  if (personId?.startsWith("eeeeeeee")) {
    return problem(409, "already-erased", {
      title: "Déjà effacée",
      detail: "Les clés de cette personne ont été retirées avant que la suspension ne soit posée.",
    });
  }
  const unit = body.unit as string | undefined;
  const rule = body.rule as string | undefined;
  const reason = body.reason as HoldReason;
  const one: Hold = {
    holdId: randomUUID(),
    kind: personId ? "person" : unit ? "unit" : "rule",
    ...(personId && { personId }),
    ...(unit && { unit, unitLabel: units.find(({ code }) => code === unit)?.label ?? unit }),
    ...(rule && { rule, ruleLabel: RULES.find(({ code }) => code === rule)?.label ?? rule }),
    reason,
    reasonLabel: hold.reasons[reason],
    placedBy: by,
    placedAt: `${TODAY}T09:00:00Z`,
    reassessOn: String(body.reassessOn),
    toReassess: false,
    dueNow: personId ? 1 : 0,
  };
  holds.push(one);
  return { status: 201, body: one };
}
