import type { Answer, Path } from "./operation.ts";
import type { Author, Items } from "./types.ts";

/** Social assessments: a text with headings where the worker wanted some, and goals. */
export interface Section {
  heading?: string | null;
  text: string;
}

export type GoalState = "open" | "reached" | "given-up";

export interface Goal {
  goalId?: string;
  text: string;
  by?: string | null;
  state: GoalState;
}

export interface Wording {
  revisionId: string;
  date: string;
  /** Null when what it said can no longer be read. */
  sections?: Section[] | null;
  goals?: Goal[] | null;
  author: Author;
  at: string;
}

export interface Assessment extends Wording {
  assessmentId: string;
  /** How many wordings there are, this one included. */
  revisions: number;
}

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
