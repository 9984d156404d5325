import { randomUUID } from "node:crypto";
import type { Coverage, NewAnswer, NewReferral, Recipient, Referral } from "../src/api/referrals.ts";
import type { Compartment, Consent } from "../src/api/types.ts";
import { type Answering, problem } from "./asked.ts";
import { purposes } from "./sample.ts";

/** Referrals in memory; what permits a sharing is found as consent-service finds it. */
const recipients: Recipient[] = [
  { code: "budget-counselling", label: "Accompagnement budgétaire", kind: "agency" },
  { code: "home-help", label: "Aide à domicile", kind: "agency" },
  {
    code: "crip",
    label: "Cellule de recueil des informations préoccupantes (CRIP)",
    kind: "partner",
  },
  { code: "benefits-office", label: "Organisme de prestations sociales", kind: "partner" },
  { code: "partners", label: "Partenaire, à nommer", kind: "partner" },
];

const byFile = new Map<string, Referral[]>();
let consentsOf: (fileId: string) => Consent[] = () => [];

export function consentsFrom(find: (fileId: string) => Consent[]): void {
  consentsOf = find;
}

function referralsOf(fileId: string): Referral[] {
  const sample: Referral[] =
    fileId === "f0000001-2222-4000-8000-000000000000"
      ? [
          {
            referralId: randomUUID(),
            recipient: "budget-counselling",
            recipientLabel: "Accompagnement budgétaire",
            compartments: ["identity", "narrative"],
            text: "Elle souhaite être aidée à tenir le plan d’apurement convenu avec le bailleur.",
            date: "2025-09-15",
            followUpOn: "2025-10-30",
            state: "waiting",
            author: { id: "worker", name: "Claire Morel" },
            at: "2025-09-15T10:00:00Z",
            answers: [
              {
                answerId: randomUUID(),
                outcome: "waiting",
                text: "Une place se libère à la fin d’octobre.",
                answeredOn: "2025-09-25",
                author: { id: "worker", name: "Claire Morel" },
              },
            ],
          },
        ]
      : [];
  const known = byFile.get(fileId) ?? sample;
  byFile.set(fileId, known);
  return known;
}

export const referralsAnswer: Answering = ({ me, method, path, body, file }) => {
  if (path === "/api/cases/recipients") {
    return { status: 200, body: { items: recipients } };
  }
  const match = /^\/api\/cases\/files\/([\w-]+)\/referrals(?:\/(check|[\w-]+\/answers))?$/.exec(path);
  const fileId = match?.[1];
  if (!fileId || !file(fileId)) {
    return undefined;
  }
  const items = referralsOf(fileId);
  const author = { id: me.id, name: me.name };
  if (method === "GET") {
    return { status: 200, body: { items } };
  }
  if (match[2] === "check") {
    return { status: 200, body: check(fileId, String(body.recipient), body.compartments as Compartment[]) };
  }
  if (match[2]) {
    const referral = items.find((one) => match[2]?.startsWith(one.referralId));
    const answer = body as unknown as NewAnswer;
    if (!referral) {
      return problem(404, "not-found");
    }
    referral.answers.push({ answerId: randomUUID(), author, ...answer });
    Object.assign(referral, { state: answer.outcome, followUpOn: answer.followUpOn ?? null });
    return { status: 201, body: {} };
  }
  const made = body as unknown as NewReferral;
  const coverage = check(fileId, made.recipient, made.compartments);
  if (!coverage.permitted) {
    return problem(422, "no-basis", { recipient: made.recipient, ...coverage });
  }
  const referralId = randomUUID();
  items.unshift({
    ...made,
    referralId,
    recipientLabel: recipients.find((one) => one.code === made.recipient)?.label ?? made.recipient,
    purpose: coverage.basis?.purpose ?? null,
    purposeLabel: coverage.basis?.label ?? null,
    consentId: coverage.basis?.consentId ?? null,
    state: "waiting",
    author,
    at: new Date().toISOString(),
    answers: [],
  });
  return { status: 201, body: { referralId } };
};

function check(fileId: string, recipient: string, wanted: Compartment[]): Coverage {
  const nothingMore = { uncovered: [], purposes: [] };
  if (recipients.find((one) => one.code === recipient)?.kind === "agency") {
    return { permitted: true, basis: null, ...nothingMore };
  }
  const covers = (compartments: Compartment[]) => wanted.every((one) => compartments.includes(one));
  const naming = purposes.filter((purpose) => purpose.recipients.includes(recipient));
  const law = naming.find((purpose) => !purpose.consentRequired && covers(purpose.compartments));
  if (law) {
    const { code: purpose, label, legalBasis } = law;
    return { permitted: true, basis: { purpose, label, legalBasis }, ...nothingMore };
  }
  const given = consentsOf(fileId).filter((one) => !one.withdrawnOn && one.recipient === recipient);
  const consent = given.find((one) => covers(one.compartments));
  if (consent) {
    const { purpose, label, consentId } = consent;
    return { permitted: true, basis: { purpose, label, legalBasis: "consent", consentId }, ...nothingMore };
  }
  const grounds = [...naming.filter((purpose) => !purpose.consentRequired), ...given];
  return {
    permitted: false,
    basis: null,
    uncovered: wanted.filter((one) => !grounds.some((ground) => ground.compartments.includes(one))),
    purposes: naming
      .filter((purpose) => purpose.consentRequired && covers(purpose.compartments))
      .map(({ code, label, consentRequired }) => ({ code, label, consentRequired })),
  };
}
