/** What the services answer, field by field, as the screens use it. Dates are ISO days, times ISO instants. */

export type Role =
  | "worker"
  | "lead"
  | "dpo"
  | "retention-admin"
  | "statistician"
  | "auditor"
  | "integrator"
  | "service";

export type Compartment =
  | "identity"
  | "narrative"
  | "coding"
  | "third-party"
  | "health"
  | "consent"
  | "rights";

export interface Items<T> {
  items: T[];
}

export interface Me {
  id: string;
  name: string;
  roles: Role[];
  unit?: string | null;
  today: string;
}

export interface Unit {
  code: string;
  label: string;
  paper: boolean;
}

export type CodeKind = "problem" | "intervention";

export interface CodedItem {
  code: string;
  kind: CodeKind;
  area: string;
  areaLabel: string;
  label: string;
}

export type HouseholdType = "alone" | "couple" | "single-parent" | "couple-with-children" | "other";

/** A name is absent while it may not be read, or once it was erased. */
export interface Named {
  familyName?: string | null;
  givenName?: string | null;
}

export interface Person extends Named {
  personId: string;
  birthDate?: string | null;
  address?: string | null;
  phone?: string | null;
  email?: string | null;
  householdType?: HouseholdType | null;
  aliases?: string[] | null;
  earlierNames?: string[] | null;
  fileId?: string | null;
  unit?: string | null;
  age?: number | null;
  unreadable?: Compartment[];
}

export interface Author {
  id: string;
  name?: string | null;
}

export interface Contact {
  contactId: string;
  /** Of the wording in force. */
  revisionId: string;
  date: string;
  text?: string | null;
  means?: string | null;
  place?: string | null;
  codes?: string[] | null;
  /** Whether there were earlier wordings. */
  corrected?: boolean;
  people?: ContactPerson[];
  attachments?: Attachment[];
  author: Author;
  /** Who filed it here, when it was first filed in another file. */
  filedBy?: Author | null;
  recordedAt: string;
  unreadable?: Compartment[];
}

/** Somebody mentioned; the name is absent while it may not be read, or once it was erased. */
export interface ContactPerson {
  personId: string;
  name?: Named | null;
  fileId?: string | null;
}

export interface Attachment {
  attachmentId: string;
  name?: string | null;
  mediaType?: string | null;
  size: number;
  addedAt: string;
}

export interface NewContact {
  date: string;
  text: string;
  means?: string;
  place?: string;
  codes?: string[];
  persons?: string[];
}

export type CorrectionReason = "typing-error" | "incomplete" | "wrong-fact" | "on-request";

/** Codes are no part of a wording: they are put right by themselves. */
export interface Correction extends Omit<NewContact, "codes"> {
  /** Of the wording that was read. */
  revisionId: string;
  reason: CorrectionReason;
  reasonText?: string;
}

/** One wording of a contact; the first has no reason. */
export interface Revision {
  revisionId: string;
  date: string;
  text?: string | null;
  means?: string | null;
  place?: string | null;
  author: Author;
  at: string;
  reason?: CorrectionReason | null;
  reasonText?: string | null;
}

export interface Withdrawal {
  reason: "wrong-person" | "recorded-in-error";
  reasonText?: string;
  toFileId?: string;
}

/** A contact was taken back here: while it is restorable, it can be brought back. */
export interface WithdrawnContact {
  contactId: string;
  /** When it took place. */
  date: string;
  withdrawnOn: string;
  withdrawnBy: Author;
  erasedOn: string;
  restorable: boolean;
}

export interface DraftRow {
  fileId: string;
  kind: "contact" | "correction" | "assessment" | "referral" | "third-party";
  savedAt: string;
}

export interface DueRow {
  fileId: string;
  recordId?: string | null;
  kind: "notice" | "review" | "follow-up" | "deadline" | "exceptional-access";
  on: string;
  late: boolean;
}

export interface FileRetention {
  rule: string;
  ruleLabel: string;
  dueOn: string;
  label: string;
}

export interface CaseFile {
  fileId: string;
  unit: string;
  unitLabel: string;
  openedOn: string;
  referent?: Author | null;
  person: Person;
  contacts: Contact[];
  /** How many contacts are beyond these; they are asked for with `olderThan`. */
  older?: number;
  withdrawn?: WithdrawnContact[];
  retention?: FileRetention | null;
  state?: "live" | "closed";
  closedOn?: string | null;
  closingReason?: ClosingReason | null;
  /** When the reader is here by exceptional access. */
  exceptionalAccess?: { accessId: string; until: string } | null;
}

export type FileState = "live" | "closed" | "suspended";

export interface FileRow {
  fileId: string;
  person: { personId: string } & Named;
  openedOn: string;
  lastContactOn?: string | null;
  contacts: number;
  dueOn?: string | null;
  state: FileState;
  referent?: Author | null;
}

export interface FilePage extends Items<FileRow> {
  page: number;
  size: number;
  total: number;
}

export interface Found extends Named {
  personId: string;
  fileId?: string | null;
  birthDate?: string | null;
  unit?: string | null;
  lastContactOn?: string | null;
}

export interface Purpose {
  code: string;
  label: string;
  legalBasis: string;
  healthBasis?: string | null;
  compartments: Compartment[];
  recipients: string[];
  consentRequired: boolean;
  retentionRule: string;
}

export type Given = "orally" | "in-writing" | "by-guardian";

export interface NewConsent {
  personId: string;
  purpose: string;
  recipient?: string;
  given?: Given;
  language?: string;
}

export interface Consent {
  consentId: string;
  purpose: string;
  label: string;
  recipient?: string | null;
  compartments: Compartment[];
  given?: Given | null;
  grantedOn: string;
  withdrawnOn?: string | null;
}

export interface Deadline {
  personId: string;
  fileId?: string | null;
  unit: string;
  rule: string;
  ruleLabel: string;
  dueOn: string;
  compartments: Compartment[];
}

export interface Deadlines extends Items<Deadline> {
  total: number;
}

export type Reason = "deadline" | "right-exercised" | "consent-withdrawn" | "recorded-in-error";

export type ErasureState =
  | "previewed"
  | "requested"
  | "suspended"
  | "removed"
  | "confirmed"
  | "pruned"
  | "destroyed"
  | "certified"
  | "cancelled"
  | "expired";

export interface Share {
  code: string;
  label?: string | null;
  count: number;
}

export interface Held {
  personId: string;
  cause: string;
}

export interface Preview {
  count: number;
  erasable: number;
  held: Held[];
  byRule: Share[];
  byUnit: Share[];
  byCompartment: Share[];
  shareOfBase: number;
}

/** What this erasure and all others of its time take; the number to write, if one has to be written. */
export interface Together {
  persons: number;
  shareOfBase: number;
  toConfirm?: number | null;
  stoppedItself: boolean;
}

export interface Confirmation {
  by: string;
  phase: "suspended" | "purged" | "pruned";
  at: string;
}

export interface Progress {
  total: number;
  suspended: number;
  removed: number;
  droppedOut: Held[];
  confirmations: Confirmation[];
  awaiting: string[];
  /** Who had not caught up with the suspension when the keys were removed. */
  late: string[];
}

export interface Erasure {
  erasureId: string;
  state: ErasureState;
  paused: boolean;
  reason: Reason;
  rule?: string | null;
  dueBefore?: string | null;
  createdAt: string;
  requestedBy?: Author | null;
  approvedBy?: Author | null;
  graceEndsOn?: string | null;
  epochDueAt?: string | null;
  approvalExpiresAt?: string | null;
  preview?: Preview | null;
  share?: Together | null;
  progress?: Progress | null;
  certificateId?: string | null;
}

export type NewErasure = { reason: Reason } & ({ personIds: string[] } | { rule: string; dueBefore: string });

export interface CertificateRow {
  certificateId: string;
  erasureId: string;
  index: number;
  issuedAt: string;
  persons: number;
  keys: number;
}

export interface ScheduleRule {
  code: string;
  label: string;
}

export type Measure = "persons" | "households" | "problems" | "interventions" | "information";

export interface Cell {
  unit: string;
  measure: Measure;
  area?: string | null;
  /** Null when it is secret. */
  value?: number | null;
}

export interface Grid {
  year: number;
  /** The smallest number that is shown. */
  threshold: number;
  cells: Cell[];
  units: Unit[];
  areas: { kind: CodeKind; code: string; label: string }[];
}

export type ExceptionalReason = "emergency" | "replacement" | "shared-visit" | "other";

export interface NewExceptionalAccess {
  reason: ExceptionalReason;
  reasonText: string;
}

/** Who is told of an exceptional access: by name, but for the data-protection officer. */
export interface Told {
  office: Office;
  staff: Author[];
}

export type Office = "referent" | "lead" | "dpo";

export interface ExceptionalAccess {
  accessId: string;
  fileId: string;
  worker: Author;
  reason: ExceptionalReason;
  reasonText?: string | null;
  at: string;
  until: string;
  seen: boolean;
  told: Office;
  /** Whether the one who looks is told, and takes note of it. */
  yours: boolean;
}

/** One entry of the access journal. */
export interface Reading {
  at: string;
  reader: Author;
  role: Role;
  unit?: string | null;
  compartments: Compartment[];
  reason: string;
  reasonLabel: string;
  exceptional?: { reason: ExceptionalReason; reasonText?: string | null } | null;
}

export interface ReadingPage extends Items<Reading> {
  page: number;
  size: number;
  total: number;
}

export type ExclusionReason = "relative" | "acquaintance" | "conflict" | "on-request";
export type RestrictionReason = "protection" | "staff-member" | "public-figure" | "on-request";

export interface NewExclusion {
  workerId: string;
  ask: string;
  reason: ExclusionReason;
  reasonText?: string;
}

export interface NewRestriction {
  workerIds: string[];
  ask: string;
  exceptionalAccess: boolean;
  reason: RestrictionReason;
  reasonText?: string;
}

export interface ReadingRights {
  exclusions: { exclusionId: string; worker: Author; ask: Author; reason: ExclusionReason; at: string }[];
  restriction?: {
    restrictionId: string;
    workers: Author[];
    ask: Author;
    exceptionalAccess: boolean;
    reason: RestrictionReason;
    at: string;
  } | null;
}

export interface StaffMember {
  id: string;
  name: string;
  roles: Role[];
  unit?: string | null;
}

export interface Transfer {
  unit: string;
  referent?: string;
}

export type ClosingReason = "goals-reached" | "moved-away" | "on-request" | "no-contact" | "died" | "other";

export interface Import {
  importId: string;
  state: "running" | "done" | "failed";
  dryRun: boolean;
  rows: number;
  done: number;
  created: number;
  already: number;
  refused: number;
  errors: { line: number; column: string; code: string; detail: string }[];
  startedAt: string;
  finishedAt?: string | null;
}
