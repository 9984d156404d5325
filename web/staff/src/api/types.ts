import type { Answered } from "./answered.ts";
import type { components as Cases } from "./served/cases.ts";
import type { components as Consents } from "./served/consents.ts";
import type { components as Reports } from "./served/reports.ts";
import type { components as Retention } from "./served/retention.ts";

/**
 * What the services answer and take, under the names that the screens have for it. All of it is made of the services' own
 * description (`npm run types`). Dates are ISO days, times ISO instants.
 */
type Case<N extends keyof Cases["schemas"]> = Cases["schemas"][N];
type Consenting<N extends keyof Consents["schemas"]> = Consents["schemas"][N];
type Retaining<N extends keyof Retention["schemas"]> = Retention["schemas"][N];

/** Of a token: the identity provider knows them, and others that are none of ours. */
export type Role =
  | "worker"
  | "lead"
  | "dpo"
  | "retention-admin"
  | "statistician"
  | "auditor"
  | "integrator"
  | "service";

/** Which there are is configured at the services; these have words here. */
export type Compartment =
  | "identity"
  | "narrative"
  | "coding"
  | "third-party"
  | "health"
  | "consent"
  | "rights";

/** Codes that an agency configures are text in the description; these are the ones that have words here. */
type Narrowed<T, Codes> = Omit<T, keyof Codes> & Codes;
type InCompartments<T> = Narrowed<T, { compartments: Compartment[] }>;

export interface Items<T> {
  items: T[];
}

export type Me = Narrowed<Answered<Case<"AgencyMe">>, { roles: Role[] }>;
export type StaffMember = Narrowed<Answered<Case<"AgencyStaffView">>, { roles: Role[] }>;
export type Unit = Answered<Case<"AgencyUnitView">>;
export type CodedItem = Answered<Case<"AgencyCodeView">>;
export type CodeKind = CodedItem["kind"];
export type Author = Answered<Case<"FileViewStaff">>;

export type Person = Narrowed<Answered<Case<"PersonView">>, { unreadable: Compartment[] }>;
export type HouseholdType = NonNullable<Person["householdType"]>;
/** A name is absent while it may not be read, or once it was erased. */
export type Named = Pick<Answered<Case<"UnitFilesPersonName">>, "familyName" | "givenName">;

/** Somebody mentioned; the name is absent while it may not be read, or once it was erased. */
export type ContactPerson = Answered<Case<"MentionedPersonsMention">>;
export type Attachment = Answered<Case<"FileViewAttachmentView">>;
export type Contact = Narrowed<Answered<Case<"FileViewContactView">>, { unreadable: Compartment[] }>;
export type WithdrawnContact = Answered<Case<"FileViewWithdrawnView">>;
export type NewContact = Case<"ContactRequestRecordRequest">;
/** One wording of a contact; the first has no reason. */
export type Revision = Answered<Case<"RevisionsWordingView">>;
export type CorrectionReason = NonNullable<Revision["reason"]>;
export type Correction = Case<"ContactRequestCorrectRequest">;
export type Withdrawal = Case<"ContactRequestWithdrawRequest">;

export type CaseFile = Narrowed<Answered<Case<"FileView">>, { person: Person; contacts: Contact[] }>;
export type TimelinePage = Narrowed<Answered<Case<"TimelinePage">>, { contacts: Contact[] }>;
export type ClosingReason = NonNullable<CaseFile["closingReason"]>;
export type FileRetention = NonNullable<CaseFile["retention"]>;
export type FileRow = Answered<Case<"UnitFilesItem">>;
export type FilePage = Answered<Case<"UnitFilesPage">>;
export type FileState = FileRow["state"];
export type Found = Answered<Case<"SearchItem">>;
export type DueRow = Answered<Case<"DueItem">>;
export type DraftRow = Answered<Case<"SealedDraftsListed">>;
export type Transfer = Case<"LifeOfFilesTransferRequest">;
export type Import = Answered<Case<"ImportView">>;

export type NewExceptionalAccess = Case<"ExceptionalAccessExceptionRequest">;
export type OpenedExceptionally = Answered<Case<"ExceptionalAccessOpenedExceptionally">>;
export type ExceptionalAccess = Answered<Case<"ExceptionalAccessItem">>;
export type ExceptionalReason = ExceptionalAccess["reason"];
/** Who is told of an exceptional access: by name, but for the data-protection officer. */
export type Told = Answered<Case<"OversightTold">>;
export type Office = Told["office"];
/** One entry of the access journal. */
export type Reading = Narrowed<Answered<Case<"ReadersItem">>, { role: Role; compartments: Compartment[] }>;
export type ReadingPage = Narrowed<Answered<Case<"ReadersPage">>, Items<Reading>>;
export type ReadingRights = Answered<Case<"ReadingView">>;
export type NewExclusion = Case<"ReadingRequestExclusionRequest">;
export type ExclusionReason = NewExclusion["reason"];
export type NewRestriction = Case<"ReadingRequestRestrictionRequest">;
export type RestrictionReason = NewRestriction["reason"];

export type Purpose = InCompartments<Answered<Consenting<"PurposeItem">>>;
export type NewConsent = Consenting<"ConsentGrantRequest">;
export type Given = NonNullable<NewConsent["given"]>;
export type Consent = InCompartments<Answered<Consenting<"ConsentItem">>>;

export type Deadline = InCompartments<Answered<Retaining<"DeadlinesItem">>>;
export type Deadlines = Narrowed<Answered<Retaining<"DeadlinesItems">>, Items<Deadline>>;
export type ScheduleRule = Answered<Retaining<"ScheduleRule">>;
export type Erasure = Answered<Retaining<"ErasureView">>;
export type ErasureState = Erasure["state"];
export type Reason = Erasure["reason"];
export type Refusal = NonNullable<Erasure["refused"]>["reason"];
export type Preview = Erasure["preview"];
export type Share = Preview["byRule"][number];
export type Held = Preview["held"][number];
/** What this erasure and all others of its time take; the number to write, if one has to be written. */
export type Together = NonNullable<Erasure["share"]>;
export type Progress = Erasure["progress"];
export type Confirmation = Progress["confirmations"][number];
export type NewErasure = Retaining<"ErasuresPreviewRequest">;
export type Epochs = Answered<Retaining<"EpochsCurrent">>;
export type Rotated = Answered<Retaining<"EpochsBegun">>;
export type Hold = Answered<Retaining<"HoldView">>;
export type HoldReason = Hold["reason"];
export type NewHold = Retaining<"HoldsPlaceRequest">;
export type ReleaseReason = Retaining<"HoldsReleaseRequest">["reason"];
export type CertificateRow = Answered<Retaining<"CertificateLogListed">>;

/** A figure is null when it is secret. */
export type Grid = Answered<Reports["schemas"]["YearlyGrid"]>;
export type Cell = Grid["cells"][number];
export type Measure = Cell["measure"];
