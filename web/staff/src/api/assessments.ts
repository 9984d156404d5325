import type { Answered } from "./answered.ts";
import type { Answer, Path } from "./operation.ts";
import type { components } from "./served/cases.ts";
import type { Items } from "./types.ts";

type Schemas = components["schemas"];

/** Social assessments: a text with headings where the worker wanted some, and goals. */
export type Assessment = Omit<Answered<Schemas["AssessmentView"]>, "goals"> & { goals?: Goal[] | null };
export type Wording = Omit<Assessment, "assessmentId" | "revisions">;
export type Section = NonNullable<Assessment["sections"]>[number];
export type GoalState = NonNullable<Schemas["AssessmentRequestGoal"]["state"]>;
export type Goal = Omit<Answered<Schemas["AssessmentGoal"]>, "goalId" | "state"> & {
  goalId?: string;
  state: GoalState;
};
export interface AssessmentText {
  date: string;
  sections: Section[];
  goals: Goal[];
}

export interface AssessmentPaths {
  "/api/cases/files/{fileId}/assessments": {
    get: Answer<Items<Assessment>, Path<"fileId">>;
    post: Answer<{ assessmentId: string }, Path<"fileId">, AssessmentText>;
  };
  "/api/cases/files/{fileId}/assessments/{assessmentId}": {
    put: Answer<
      { revisionId: string },
      Path<"fileId" | "assessmentId">,
      AssessmentText & { revisionId: string }
    >;
  };
  "/api/cases/files/{fileId}/assessments/{assessmentId}/revisions": {
    get: Answer<Items<Wording>, Path<"fileId" | "assessmentId">>;
  };
}
