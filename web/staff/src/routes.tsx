import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "./api/problem.ts";
import type { FileState } from "./api/types.ts";
import { type DraftKind, draftKinds } from "./draft/writing.ts";
import type { DeadlineFilter } from "./erasure/deadlineFilter.ts";
import { filterOf, type TimelineFilter } from "./file/filters.ts";
import type { GridFilter } from "./grid/gridFilter.ts";
import type { HoldFilter } from "./hold/holdFilter.ts";
import { HomePage } from "./home/HomePage.tsx";
import { PageTitle } from "./page/PageTitle.tsx";
import { ProblemPage } from "./page/ProblemPage.tsx";
import { Waiting } from "./page/Waiting.tsx";
import { Frame } from "./shell/Frame.tsx";
import { startOf } from "./shell/roles.ts";
import { useMe } from "./shell/session.tsx";
import type { UnitFilter } from "./unit/unitFilter.ts";
import { withWords } from "./words/language.ts";

/** Every address of the front end; filters travel in it as codes, names never. */
const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => <ProblemPage problem={new Problem(404, "not-found")} />,
});

function Start() {
  const { t } = useTranslation();
  const start = startOf(useMe().roles);
  // made once: another one would lead there again, although somebody has gone elsewhere meanwhile
  const leadThere = useMemo(() => start && <Navigate to={start} replace />, [start]);
  if (start === "/") {
    return <HomePage />;
  }
  if (start) {
    return leadThere;
  }
  return (
    <>
      <PageTitle>{t("shell.noScreen.title")}</PageTitle>
      <p>{t("shell.noScreen.text")}</p>
    </>
  );
}

const unitFiles = createRoute({
  getParentRoute: () => root,
  path: "/files",
  component: lazyRouteComponent(() => import("./home/UnitFilesPage.tsx"), "UnitFilesPage"),
});

const start = createRoute({ getParentRoute: () => root, path: "/", component: Start });

export interface Joining {
  /** The person whose household the new one joins. */
  joins?: string;
  /** The file to go back to. */
  file?: string;
}

const newPerson = createRoute({
  getParentRoute: () => root,
  path: "/persons/new",
  validateSearch: (search): Joining => ({ joins: code(search.joins), file: code(search.file) }),
  component: lazyRouteComponent(
    withWords(["people"], () => import("./person/NewPersonPage.tsx")),
    "NewPersonPage",
  ),
});
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: "/elsewhere",
  component: lazyRouteComponent(
    withWords(["access"], () => import("./search/ElsewherePage.tsx")),
    "ElsewherePage",
  ),
});
const person = createRoute({
  getParentRoute: () => root,
  path: "/persons/$personId",
  component: lazyRouteComponent(() => import("./person/PersonPage.tsx"), "PersonPage"),
});

/** What a file's address says beside its number: what is looked at, and which form is open. */
export interface FileAddress extends TimelineFilter {
  write?: DraftKind;
}

const file = createRoute({
  getParentRoute: () => root,
  path: "/files/$fileId",
  validateSearch: (search): FileAddress => ({
    ...filterOf(search),
    write: draftKinds.find((kind) => kind === search.write),
  }),
  component: lazyRouteComponent(() => import("./file/FileLayout.tsx"), "FileLayout"),
});
const timeline = createRoute({
  getParentRoute: () => file,
  path: "/",
  component: lazyRouteComponent(
    withWords(["assessment", "referral", "reported"], () => import("./file/FilePage.tsx")),
    "FilePage",
  ),
});
const consents = createRoute({
  getParentRoute: () => file,
  path: "/consents",
  validateSearch: (search): { grant?: string; recipient?: string } => ({
    grant: code(search.grant),
    recipient: code(search.recipient),
  }),
  component: lazyRouteComponent(() => import("./consent/ConsentsPage.tsx"), "ConsentsPage"),
});
const readers = createRoute({
  getParentRoute: () => file,
  path: "/readers",
  component: lazyRouteComponent(
    withWords(["access"], () => import("./journal/ReadersPage.tsx")),
    "ReadersPage",
  ),
});
const closing = createRoute({
  getParentRoute: () => file,
  path: "/closing",
  component: lazyRouteComponent(
    withWords(["unit"], () => import("./unit/ClosingPage.tsx")),
    "ClosingPage",
  ),
});
const household = createRoute({
  getParentRoute: () => file,
  path: "/household",
  component: lazyRouteComponent(
    withWords(["people"], () => import("./household/HouseholdPage.tsx")),
    "HouseholdPage",
  ),
});
const identity = createRoute({
  getParentRoute: () => file,
  path: "/identity",
  component: lazyRouteComponent(
    withWords(["people"], () => import("./person/IdentityPage.tsx")),
    "IdentityPage",
  ),
});
const merge = createRoute({
  getParentRoute: () => file,
  path: "/merge",
  validateSearch: (search): { duplicate?: string } => ({ duplicate: code(search.duplicate) }),
  component: lazyRouteComponent(
    withWords(["people"], () => import("./merge/MergePage.tsx")),
    "MergePage",
  ),
});
const copy = createRoute({
  getParentRoute: () => file,
  path: "/copy",
  component: lazyRouteComponent(
    withWords(["people"], () => import("./copy/CopyPage.tsx")),
    "CopyPage",
  ),
});

function code(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

const deadlines = createRoute({
  getParentRoute: () => root,
  path: "/deadlines",
  validateSearch: (search): DeadlineFilter => ({
    until: code(search.until),
    rule: code(search.rule),
    unit: code(search.unit),
  }),
  component: lazyRouteComponent(() => import("./erasure/DeadlinesPage.tsx"), "DeadlinesPage"),
});
const erasures = createRoute({
  getParentRoute: () => root,
  path: "/erasures",
  component: lazyRouteComponent(() => import("./erasure/ErasuresPage.tsx"), "ErasuresPage"),
});
const erasure = createRoute({
  getParentRoute: () => root,
  path: "/erasures/$erasureId",
  component: lazyRouteComponent(() => import("./erasure/ErasurePage.tsx"), "ErasurePage"),
});
const failed = createRoute({
  getParentRoute: () => root,
  path: "/failed-messages",
  validateSearch: (search): { ended?: boolean | undefined } => ({
    ended: search.ended === true || undefined,
  }),
  component: lazyRouteComponent(
    withWords(["failed"], () => import("./failed/FailedPage.tsx")),
    "FailedPage",
  ),
});
const holds = createRoute({
  getParentRoute: () => root,
  path: "/holds",
  validateSearch: (search): HoldFilter => ({
    person: code(search.person),
    released: search.released === true || undefined,
  }),
  component: lazyRouteComponent(
    withWords(["hold"], () => import("./hold/HoldsPage.tsx")),
    "HoldsPage",
  ),
});
const epochs = createRoute({
  getParentRoute: () => root,
  path: "/epochs",
  component: lazyRouteComponent(
    withWords(["epoch"], () => import("./epoch/EpochsPage.tsx")),
    "EpochsPage",
  ),
});
const certificates = createRoute({
  getParentRoute: () => root,
  path: "/certificates",
  component: lazyRouteComponent(() => import("./certificate/CertificatesPage.tsx"), "CertificatesPage"),
});
const certificate = createRoute({
  getParentRoute: () => root,
  path: "/certificates/$certificateId",
  component: lazyRouteComponent(() => import("./certificate/CertificatePage.tsx"), "CertificatePage"),
});

const STATES: readonly unknown[] = ["live", "closed", "suspended"];

const unit = createRoute({
  getParentRoute: () => root,
  path: "/unit",
  validateSearch: (search): UnitFilter => ({
    state: STATES.includes(search.state) ? (search.state as FileState) : undefined,
    referent: code(search.referent),
  }),
  component: lazyRouteComponent(
    withWords(["unit"], () => import("./unit/UnitPage.tsx")),
    "UnitPage",
  ),
});
const unitFile = createRoute({
  getParentRoute: () => root,
  path: "/unit/$fileId",
  component: lazyRouteComponent(
    withWords(["unit"], () => import("./unit/UnitFilePage.tsx")),
    "UnitFilePage",
  ),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: "/imports",
  validateSearch: (search): { run?: string } => ({ run: code(search.run) }),
  component: lazyRouteComponent(
    withWords(["imports"], () => import("./imports/ImportPage.tsx")),
    "ImportPage",
  ),
});
const exceptionalAccesses = createRoute({
  getParentRoute: () => root,
  path: "/exceptional-accesses",
  component: lazyRouteComponent(
    withWords(["access"], () => import("./access/ExceptionalAccessesPage.tsx")),
    "ExceptionalAccessesPage",
  ),
});

const grid = createRoute({
  getParentRoute: () => root,
  path: "/grid",
  validateSearch: (search): GridFilter => ({
    year: Number.isInteger(search.year) ? (search.year as number) : undefined,
    unit: code(search.unit),
  }),
  component: lazyRouteComponent(() => import("./grid/GridPage.tsx"), "GridPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    unitFiles,
    newPerson,
    elsewhere,
    person,
    file.addChildren([timeline, household, consents, readers, closing, identity, merge, copy]),
    deadlines,
    erasures,
    erasure,
    failed,
    holds,
    epochs,
    certificates,
    certificate,
    grid,
    unit,
    unitFile,
    imports,
    exceptionalAccesses,
  ]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: () => <ProblemPage problem={new Problem(-1, "unexpected")} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
