import type { AssessmentPaths } from "./assessments.ts";
import type { CopyPaths } from "./copies.ts";
import type { FailedPaths } from "./failed.ts";
import type { Answer, Path, Query } from "./operation.ts";
import type { PeoplePaths } from "./people.ts";
import type { ReferralPaths } from "./referrals.ts";
import type { ThirdPartyPaths } from "./reported.ts";
import type * as T from "./types.ts";

/** The addresses behind the gateway, in the form that openapi-fetch reads. */

type ErasureStep = { post: Answer<T.Erasure, Path<"id">> };
type ConfirmedStep = { post: Answer<T.Erasure, Path<"id">, { confirmedCount?: number }> };

export interface paths
  extends PeoplePaths,
    CopyPaths,
    AssessmentPaths,
    ReferralPaths,
    ThirdPartyPaths,
    FailedPaths {
  "/api/cases/me": { get: Answer<T.Me> };
  "/api/cases/units": { get: Answer<T.Items<T.Unit>> };
  "/api/cases/nomenclature": { get: Answer<T.Items<T.CodedItem>> };
  "/api/cases/files": {
    get: Answer<
      T.FilePage,
      Query<{
        page: number;
        mine?: boolean;
        referent?: string;
        unassigned?: boolean;
        state?: T.FileState;
        fileId?: string;
      }>
    >;
    post: Answer<{ fileId: string }, object, { personId: string; unit: string }>;
  };
  "/api/cases/files/{fileId}": {
    get: Answer<T.CaseFile, Path<"fileId"> & Query<{ limit?: number }>>;
  };
  "/api/cases/files/{fileId}/timeline": {
    get: Answer<T.TimelinePage, Path<"fileId"> & Query<{ after?: string; limit?: number }>>;
  };
  "/api/cases/files/{fileId}/contacts": {
    post: Answer<{ contactId: string }, Path<"fileId">, T.NewContact>;
  };
  "/api/cases/files/{fileId}/contacts/{contactId}": {
    put: Answer<{ revisionId: string }, Path<"fileId" | "contactId">, T.Correction>;
  };
  "/api/cases/files/{fileId}/contacts/{contactId}/revisions": {
    get: Answer<T.Items<T.Revision>, Path<"fileId" | "contactId">>;
  };
  "/api/cases/files/{fileId}/contacts/{contactId}/codes": {
    put: Answer<{ codingId: string }, Path<"fileId" | "contactId">, { codingId: string; codes: string[] }>;
  };
  "/api/cases/files/{fileId}/contacts/{contactId}/withdrawal": {
    post: Answer<
      { contactId?: string | null; erasedOn?: string | null },
      Path<"fileId" | "contactId">,
      T.Withdrawal
    >;
    delete: Answer<undefined, Path<"fileId" | "contactId">>;
  };
  "/api/cases/files/{fileId}/contacts/{contactId}/attachments/{attachmentId}": {
    delete: Answer<undefined, Path<"fileId" | "contactId" | "attachmentId">>;
  };
  "/api/cases/files/{fileId}/prints": { post: Answer<object, Path<"fileId">, object> };
  "/api/cases/files/{fileId}/drafts/{kind}": {
    get: Answer<{ draft: unknown; revisionId: string; savedAt: string }, Path<"fileId" | "kind">>;
    put: Answer<
      { revisionId: string; savedAt: string },
      Path<"fileId" | "kind">,
      { draft: unknown; revisionId?: string }
    >;
    delete: Answer<undefined, Path<"fileId" | "kind"> & Query<{ revisionId: string }>>;
  };
  "/api/cases/drafts": { get: Answer<T.Items<T.DraftRow>> };
  "/api/cases/draft-keys": { get: Answer<{ keys: { id: string; key: string }[] }> };
  "/api/cases/due": { get: Answer<T.Items<T.DueRow>, Query<{ fileId?: string }>> };
  "/api/cases/files/{fileId}/referent": { post: Answer<object, Path<"fileId">, { workerId: string }> };
  "/api/cases/files/{fileId}/transfer": {
    post: Answer<object, Path<"fileId">, T.Transfer>;
    delete: Answer<object, Path<"fileId">>;
  };
  "/api/cases/files/{fileId}/closing": { post: Answer<object, Path<"fileId">, { reason: T.ClosingReason }> };
  "/api/cases/files/{fileId}/reopening": { post: Answer<object, Path<"fileId">, object> };
  "/api/cases/files/{fileId}/readers": {
    get: Answer<T.ReadingPage, Path<"fileId"> & Query<{ page: number }>>;
  };
  "/api/cases/files/{fileId}/exceptional-access": {
    post: Answer<T.OpenedExceptionally, Path<"fileId">, T.NewExceptionalAccess>;
  };
  "/api/cases/exceptional-accesses": { get: Answer<T.Items<T.ExceptionalAccess>> };
  "/api/cases/exceptional-accesses/{accessId}/seen": { post: Answer<object, Path<"accessId">> };
  "/api/cases/persons/{personId}/reading": { get: Answer<T.ReadingRights, Path<"personId">> };
  "/api/cases/persons/{personId}/exclusions": {
    post: Answer<{ exclusionId: string }, Path<"personId">, T.NewExclusion>;
  };
  "/api/cases/persons/{personId}/exclusions/{exclusionId}": {
    delete: Answer<undefined, Path<"personId" | "exclusionId">>;
  };
  "/api/cases/persons/{personId}/restriction": {
    put: Answer<object, Path<"personId">, T.NewRestriction>;
    delete: Answer<undefined, Path<"personId"> & Query<{ revisionId: string }>>;
  };
  "/api/cases/staff": { get: Answer<T.Items<T.StaffMember>, Query<{ unit?: string; everywhere?: boolean }>> };
  "/api/cases/imports": { get: Answer<T.Items<T.Import>> };
  "/api/cases/imports/{importId}": { get: Answer<T.Import, Path<"importId">> };
  "/api/cases/search/elsewhere": { post: Answer<{ lookId?: string | null }, object, { text: string }> };
  "/api/cases/search/elsewhere/{lookId}/exceptional-access": {
    post: Answer<T.OpenedExceptionally, Path<"lookId">, T.NewExceptionalAccess>;
  };
  "/api/cases/search": { post: Answer<T.Items<T.Found> & { more: boolean }, object, { text: string }> };

  "/api/consents/purposes": { get: Answer<T.Items<T.Purpose>> };
  "/api/consents": {
    get: Answer<T.Items<T.Consent>, Query<{ personId: string }>>;
    post: Answer<{ consentId: string }, object, T.NewConsent>;
  };
  "/api/consents/{consentId}/withdrawal": {
    post: Answer<{ consentId: string; withdrawnOn: string }, Path<"consentId">>;
  };

  "/api/retention/deadlines": {
    get: Answer<T.Deadlines, Query<{ dueBefore: string; rule?: string; unit?: string }>>;
  };
  "/api/retention/erasures": {
    get: Answer<T.Items<T.Erasure>>;
    post: Answer<T.Erasure, object, T.NewErasure>;
  };
  "/api/retention/erasures/{id}": { get: Answer<T.Erasure, Path<"id">> };
  "/api/retention/erasures/{id}/request": {
    post: Answer<T.Erasure, Path<"id">, { confirmedCount: number }>;
  };
  "/api/retention/erasures/{id}/approval": ConfirmedStep;
  "/api/retention/erasures/{id}/refusal": {
    post: Answer<T.Erasure, Path<"id">, { reason: T.Refusal }>;
  };
  "/api/retention/erasures/{id}/cancellation": ErasureStep;
  "/api/retention/erasures/{id}/execution": ErasureStep;
  "/api/retention/erasures/{id}/pause": ErasureStep;
  "/api/retention/erasures/{id}/resumption": ConfirmedStep;
  "/api/retention/epochs": { get: Answer<T.Epochs>; post: Answer<T.Rotated> };
  "/api/retention/schedule": { get: Answer<T.Items<T.ScheduleRule>> };
  "/api/retention/holds": {
    get: Answer<T.Items<T.Hold>, Query<{ released: boolean }>>;
    post: Answer<T.Hold, object, T.NewHold>;
  };
  "/api/retention/holds/{id}/reassessment": { post: Answer<T.Hold, Path<"id">, { reassessOn: string }> };
  "/api/retention/holds/{id}/release": { post: Answer<T.Hold, Path<"id">, { reason: T.ReleaseReason }> };
  "/api/retention/certificates": { get: Answer<T.Items<T.CertificateRow>> };
  "/api/retention/certificates/{id}": {
    get: Answer<string, Path<"id">>;
  };

  "/api/reports/yearly-grid": { get: Answer<T.Grid, Query<{ year: number; unit?: string }>> };
}
