import type { Role } from "../api/types.ts";

/** Understands which screens a role opens. */
export type Screen =
  | "home"
  | "unitFiles"
  | "newPerson"
  | "deadlines"
  | "erasures"
  | "holds"
  | "certificates"
  | "epochs"
  | "failed"
  | "grid"
  | "unit"
  | "imports"
  | "exceptionalAccesses";

export const addresses = {
  home: "/",
  unitFiles: "/files",
  newPerson: "/persons/new",
  deadlines: "/deadlines",
  erasures: "/erasures",
  holds: "/holds",
  certificates: "/certificates",
  epochs: "/epochs",
  failed: "/failed-messages",
  grid: "/grid",
  unit: "/unit",
  imports: "/imports",
  exceptionalAccesses: "/exceptional-accesses",
} as const satisfies Record<Screen, string>;

const screensByRole: Record<Role, Screen[]> = {
  worker: ["home", "unitFiles", "newPerson"],
  lead: ["unit", "imports", "grid"],
  dpo: ["exceptionalAccesses", "holds", "certificates", "epochs", "grid", "failed"],
  "retention-admin": ["deadlines", "erasures", "holds", "certificates", "epochs", "failed"],
  statistician: ["grid"],
  auditor: ["holds", "certificates", "epochs", "grid", "failed"],
  integrator: [],
  service: [],
};

const railOrder: Screen[] = [
  "home",
  "unitFiles",
  "newPerson",
  "unit",
  "imports",
  "deadlines",
  "erasures",
  "exceptionalAccesses",
  "holds",
  "certificates",
  "epochs",
  "grid",
  "failed",
];

export function screensOf(roles: readonly Role[]): Screen[] {
  const open = new Set(roles.flatMap((role) => screensByRole[role] ?? []));
  return railOrder.filter((screen) => open.has(screen));
}

/** The page that stands behind "/" for somebody with these roles. */
export function startOf(roles: readonly Role[]): (typeof addresses)[Screen] | undefined {
  const [first] = screensOf(roles);
  return first && addresses[first];
}
