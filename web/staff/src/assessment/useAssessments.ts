import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Assessment } from "../api/assessments.ts";
import { answered, client } from "../api/client.ts";
import { under } from "../api/sentOnce.ts";
import { type AssessmentDraft, asText } from "./assessmentSheet.ts";

/** One file's assessments, and the wordings that each had. */
export function useAssessments(fileId: string) {
  return useQuery({
    queryKey: ["file", fileId, "assessments"],
    queryFn: () =>
      answered(client.GET("/api/cases/files/{fileId}/assessments", { params: { path: { fileId } } })),
  });
}

/** After a lost edit: the wording that somebody else recorded meanwhile, read anew. */
export function useNewerWording(
  fileId: string,
  { revising }: AssessmentDraft,
  lost: boolean,
): Assessment | undefined {
  const { data, refetch } = useAssessments(fileId);
  useEffect(() => {
    if (lost) {
      refetch();
    }
  }, [lost, refetch]);
  const current = data?.items.find((one) => one.assessmentId === revising?.assessmentId);
  return lost && current && current.revisionId !== revising?.revisionId ? current : undefined;
}

export function useRevisions(fileId: string, assessmentId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["file", fileId, "assessments", assessmentId],
    queryFn: () =>
      answered(
        client.GET("/api/cases/files/{fileId}/assessments/{assessmentId}/revisions", {
          params: { path: { fileId, assessmentId } },
        }),
      ),
    enabled,
  });
}

/** Answers under what the wording was recorded: a new assessment's id, or the new revision's. */
export async function recordAssessment(fileId: string, draft: AssessmentDraft, key: string): Promise<string> {
  const body = asText(draft);
  if (draft.revising) {
    const { assessmentId, revisionId } = draft.revising;
    const revised = await answered(
      client.PUT("/api/cases/files/{fileId}/assessments/{assessmentId}", {
        params: { path: { fileId, assessmentId } },
        body: { ...body, revisionId },
      }),
    );
    return revised.revisionId;
  }
  const { assessmentId } = await answered(
    client.POST("/api/cases/files/{fileId}/assessments", {
      params: { path: { fileId } },
      body,
      ...under(key),
    }),
  );
  return assessmentId;
}
