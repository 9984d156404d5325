import { expect, test } from "vitest";
import { asDraft, assessmentSheet, asText, blankGoal, troubleIn } from "./assessmentSheet.ts";

const today = "2025-11-24";
const blank = assessmentSheet.blank(today);
const [section] = blank.sections;
const draft = { ...blank, sections: [{ key: "s", heading: " ", text: "Elle a trouvé un emploi." }] };

test("an assessment begins as one text without a heading", () => {
  expect(blank.sections).toHaveLength(1);
  expect(section?.heading).toBe("");
  expect(assessmentSheet.begun(blank)).toBe(false);
});

test("headings, parts and goals without words are not sent", () =>
  expect(
    asText({
      ...draft,
      sections: [...draft.sections, { key: "t", heading: "Logement", text: " " }],
      goals: [blankGoal()],
    }),
  ).toEqual({ date: today, sections: [{ text: "Elle a trouvé un emploi." }], goals: [] }));

test("a goal keeps who it is through a revision", () => {
  const goal = { goalId: "g", text: "Un logement à elle", by: "2026-06-01", state: "open" as const };
  const revised = asDraft({
    assessmentId: "a",
    revisionId: "r",
    date: today,
    sections: [{ heading: "Logement", text: "Chez sa mère." }],
    goals: [goal],
    author: { id: "worker" },
    at: "",
    revisions: 1,
  });
  expect(revised.revising).toEqual({ assessmentId: "a", revisionId: "r" });
  expect(asText(revised)).toEqual({
    date: today,
    sections: [{ heading: "Logement", text: "Chez sa mère." }],
    goals: [goal],
  });
});

test("it needs a day that has come and at least a word", () => {
  expect(troubleIn(draft, today)).toEqual({});
  expect(troubleIn({ ...blank, date: "2025-12-01" }, today)).toEqual({ date: "ahead", text: "text" });
});
