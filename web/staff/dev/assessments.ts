import { randomUUID } from "node:crypto";
import type { Assessment, AssessmentText, Wording } from "../src/api/assessments.ts";
import type { Me } from "../src/api/types.ts";
import { type Answering, problem } from "./asked.ts";

/** Assessments in memory. A revision that says "@@" was overtaken by somebody else's. */
const wordings = new Map<string, { fileId: string; all: Wording[] }>();
let sampled = false;

function sample() {
  if (sampled) {
    return;
  }
  sampled = true;
  const first: AssessmentText = {
    date: "2023-10-02",
    sections: [{ text: "Elle vit avec sa fille dans un deux-pièces devenu trop cher depuis la séparation." }],
    goals: [{ goalId: randomUUID(), text: "Garder le logement", by: "2024-06-30", state: "open" }],
  };
  const fileId = "f0000001-2222-4000-8000-000000000000";
  const assessmentId = randomUUID();
  const goals = first.goals;
  wordings.set(assessmentId, { fileId, all: [] });
  write(assessmentId, first, { id: "worker", name: "Claire Morel" }, "2023-10-02T16:00:00Z");
  write(
    assessmentId,
    {
      date: "2023-11-20",
      sections: [
        { heading: "Logement", text: "Le bailleur accepte un plan d’apurement sur dix mois." },
        { heading: "Ressources", text: "Mi-temps à la cantine depuis septembre, droits ouverts en octobre." },
      ],
      goals: [
        ...goals,
        { goalId: randomUUID(), text: "Ouvrir les droits à la prime d’activité", state: "reached" },
        { goalId: randomUUID(), text: "Passer le permis", by: "2026-09-01", state: "open" },
      ],
    },
    { id: "worker", name: "Claire Morel" },
    "2023-11-20T16:00:00Z",
  );
}

function write(assessmentId: string, text: AssessmentText, author: Wording["author"], at?: string): Wording {
  const wording = {
    ...text,
    revisionId: randomUUID(),
    author,
    at: at ?? new Date().toISOString(),
  };
  wordings.get(assessmentId)?.all.push(wording);
  return wording;
}

export const assessmentsAnswer: Answering = ({ me, method, path, body, file }) => {
  const match = /^\/api\/cases\/files\/([\w-]+)\/assessments(?:\/([\w-]+)(\/revisions)?)?$/.exec(path);
  const fileId = match?.[1];
  if (!fileId || !file(fileId)) {
    return undefined;
  }
  sample();
  const assessmentId = match[2];
  const known = assessmentId ? wordings.get(assessmentId) : undefined;
  if (assessmentId && !known) {
    return problem(404, "not-found");
  }
  if (method === "GET") {
    return { status: 200, body: { items: known ? known.all : inForce(fileId) } };
  }
  const { revisionId, ...text } = body as unknown as AssessmentText & { revisionId?: string };
  if (assessmentId && known) {
    return rewrite(assessmentId, known.all, text, revisionId, me);
  }
  const newId = randomUUID();
  wordings.set(newId, { fileId, all: [] });
  write(newId, text, { id: me.id, name: me.name });
  return { status: 201, body: { assessmentId: newId } };
};

function rewrite(
  assessmentId: string,
  all: Wording[],
  text: AssessmentText,
  read: string | undefined,
  me: Me,
) {
  const last = all.at(-1);
  if (last && text.sections.some((section) => section.text.includes("@@")) && last.author.id === "worker") {
    write(
      assessmentId,
      {
        date: last.date,
        sections: [
          ...(last.sections ?? []),
          { heading: "Santé", text: "Un rendez-vous est pris au centre de soins." },
        ],
        goals: last.goals ?? [],
      },
      { id: "worker-north", name: "Yanis Belkacem" },
    );
  }
  const current = all.at(-1)?.revisionId;
  if (read !== current) {
    return problem(409, "edited-meanwhile", {
      revisionId: current,
      title: "Quelqu’un a enregistré une autre version",
      detail: "Elle a été enregistrée pendant que vous écriviez.",
    });
  }
  return {
    status: 200,
    body: { revisionId: write(assessmentId, text, { id: me.id, name: me.name }).revisionId },
  };
}

function inForce(fileId: string): Assessment[] {
  return [...wordings].flatMap(([assessmentId, { fileId: of, all }]) => {
    const last = all.at(-1);
    return of === fileId && last ? [{ ...last, assessmentId, revisions: all.length }] : [];
  });
}
