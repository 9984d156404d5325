import type { Assessment, AssessmentText, GoalState } from "../api/assessments.ts";
import type { Sheet } from "../draft/writing.ts";
import { written } from "../words/written.ts";

/** Understands an assessment being written, or written anew: one text with headings where wanted, and goals. */
export interface AssessmentDraft {
  /** Set when one is written anew. */
  revising?: { assessmentId: string; revisionId: string };
  date: string;
  sections: { key: string; heading: string; text: string }[];
  goals: { key: string; goalId?: string; text: string; by: string; state: GoalState }[];
}

export const assessmentSheet: Sheet<AssessmentDraft> = {
  kind: "assessment",
  blank: (today) => ({ date: today, sections: [blankSection()], goals: [] }),
  begun: ({ sections, goals }) =>
    sections.some(({ heading, text }) => written(`${heading}${text}`) !== "") ||
    goals.some(({ text }) => written(text) !== ""),
};

export function blankSection() {
  return { key: crypto.randomUUID(), heading: "", text: "" };
}

export function blankGoal() {
  return { key: crypto.randomUUID(), text: "", by: "", state: "open" as const };
}

/** A recorded assessment as it is taken under the pen again. */
export function asDraft({ assessmentId, revisionId, date, sections, goals }: Assessment): AssessmentDraft {
  return {
    revising: { assessmentId, revisionId },
    date,
    sections: (sections ?? []).map(({ heading, text }) => ({
      key: crypto.randomUUID(),
      heading: heading ?? "",
      text,
    })),
    goals: (goals ?? []).map(({ goalId, text, by, state }) => ({
      key: goalId ?? crypto.randomUUID(),
      ...(goalId ? { goalId } : {}),
      text,
      by: by ?? "",
      state,
    })),
  };
}

/** What is sent: parts and goals without words are left out, headings only where there are some. */
export function asText({ date, sections, goals }: AssessmentDraft): AssessmentText {
  return {
    date,
    sections: sections
      .filter(({ text }) => written(text) !== "")
      .map(({ heading, text }) => ({ ...(written(heading) ? { heading: written(heading) } : {}), text })),
    goals: goals
      .filter(({ text }) => written(text) !== "")
      .map(({ goalId, text, by, state }) => ({
        ...(goalId ? { goalId } : {}),
        text: written(text),
        ...(by ? { by } : {}),
        state,
      })),
  };
}

export interface AssessmentTrouble {
  date?: "date" | "ahead";
  text?: "text";
}

export function troubleIn(draft: AssessmentDraft, today: string): AssessmentTrouble {
  return {
    ...(draft.date === "" ? { date: "date" as const } : {}),
    ...(draft.date > today ? { date: "ahead" as const } : {}),
    ...(draft.sections.every(({ text }) => written(text) === "") ? { text: "text" as const } : {}),
  };
}
