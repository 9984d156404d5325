import { randomUUID } from "node:crypto";
import type { CaseFile, Consent, Me, Role } from "../src/api/types.ts";
import { accessAnswer } from "./access.ts";
import { type Answering, type Asked, type Given, problem } from "./asked.ts";
import { assessmentsAnswer } from "./assessments.ts";
import { contactsAnswer, namesFrom, peopleOf } from "./contacts.ts";
import { copiesAnswer } from "./copies.ts";
import { draftsAnswer } from "./drafts.ts";
import { dueAnswer } from "./due.ts";
import { epochsAnswer } from "./epochs.ts";
import { alsoDue, deadlines, erasureAnswer, stateOf } from "./erasures.ts";
import { failedAnswer } from "./failed.ts";
import { holdsAnswer } from "./holds.ts";
import { mergedFile, peopleAnswer } from "./people.ts";
import { consentsFrom, referralsAnswer } from "./referrals.ts";
import { files, persons, register } from "./register.ts";
import { thirdPartyAnswer } from "./reported.ts";
import { contactsFor, names, nomenclature, purposes, TODAY, units } from "./sample.ts";
import { opened, pageOf } from "./timeline.ts";

/** A small agency in memory, which answers as the services do; each subject may bring its part. */
const parts: Answering[] = [
  accessAnswer,
  contactsAnswer,
  copiesAnswer,
  draftsAnswer,
  dueAnswer,
  epochsAnswer,
  failedAnswer,
  holdsAnswer,
  peopleAnswer,
  thirdPartyAnswer,
  assessmentsAnswer,
  referralsAnswer,
];

const account = (id: string, name: string, role: Role, unit?: string): Me => ({
  id,
  name,
  roles: [role],
  ...(unit ? { unit } : {}),
  today: TODAY,
});

export const accounts: Record<string, Me> = {
  worker: account("worker", "Claire Morel", "worker", "centre"),
  "worker-north": account("worker-north", "Yanis Belkacem", "worker", "north"),
  lead: account("lead", "Hélène Duval", "lead", "centre"),
  dpo: account("dpo", "Inès Roche", "dpo"),
  "retention-admin": account("retention-admin", "Paul Garrec", "retention-admin"),
  "retention-approver": account("retention-approver", "Nadia Ferrand", "retention-admin"),
  statistician: account("statistician", "Marc Even", "statistician"),
  auditor: account("auditor", "Sophie Lemaire", "auditor"),
};

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

const consents: (Consent & { personId: string })[] = [];
const gone = new Map<string, Given>([
  [
    "eeeeeeee-0000-4000-8000-000000000410",
    problem(410, "erased", { erasedOn: "2025-10-03", certificateId: "5d1f2a90-77aa-4c1e-9c55-1d0d2f3b6c01" }),
  ],
  [
    "eeeeeeee-0000-4000-8000-000000000411",
    problem(410, "erased", { erasedOn: "2025-11-20", certificateId: null }),
  ],
  ["eeeeeeee-0000-4000-8000-000000000423", problem(423, "suspended", { until: "2025-12-01" })],
  ["eeeeeeee-0000-4000-8000-000000000403", problem(403, "forbidden")],
  [
    "eeeeeeee-0000-4000-8000-000000000503",
    { ...problem(503, "keys-unavailable"), headers: { "Retry-After": "30" } },
  ],
]);

names.forEach(([familyName, givenName], at) => {
  const lastOn = new Date(Date.parse(TODAY) - (at * 61 + (at < 3 ? 720 : 0)) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const file = register({
    familyName,
    givenName,
    ...(at === 6 ? { birthYear: 1972 } : { birthDate: `19${60 + at * 2}-0${(at % 9) + 1}-12` }),
    phone: `06 39 98 12 0${at % 10}`,
    address: "4 rue des Tanneurs",
    householdType: "single-parent",
    ...(at === 1 ? { earlierNames: ["Haddad"], aliases: ["Sami"] } : {}),
  });
  file.contacts = contactsFor(at, lastOn, at === 14 ? 0 : 1 + (at % 5));
  if (at === 4 && file.contacts[1]) {
    Object.assign(file.contacts[1], { text: null, unreadable: ["narrative"] });
  }
  redate(file);
});

function redate(file: CaseFile) {
  const last = file.contacts[0]?.date ?? file.openedOn;
  const single = file.contacts.length < 2;
  const dueOn = `${Number(last.slice(0, 4)) + (single ? 1 : 2)}${last.slice(4)}`;
  const full = new Intl.DateTimeFormat("fr", { dateStyle: "long", timeZone: "UTC" }).format(new Date(dueOn));
  file.retention = {
    rule: single ? "single-visit" : "support-file",
    ruleLabel: "",
    dueOn,
    label: `Conservé jusqu’au ${full}, ${single ? "un an" : "deux ans"} après le dernier contact`,
  };
}

namesFrom((personId) => persons.get(personId));
consentsFrom((fileId) => consents.filter((one) => one.personId === files.get(fileId)?.person.personId));

export function answer(asked: Omit<Asked, "file">): Given {
  const { me, method, path, url, body } = asked;
  const wanted = files.get(/^\/api\/cases\/files\/([\w-]+)$/.exec(path)?.[1] ?? "");
  if (wanted && me.unit !== undefined && wanted.unit !== me.unit) {
    return problem(403, "other-unit", {
      exceptionalAccess: true,
      referent: wanted.referent,
      told: { office: "referent", staff: [wanted.referent] },
    });
  }
  for (const part of parts) {
    const given = part({ ...asked, file: readable });
    if (given) {
      return given;
    }
  }
  const key = `${method} ${path}`;
  switch (key) {
    case "GET /api/cases/me":
      return { status: 200, body: me };
    case "GET /api/cases/units":
      return { status: 200, body: { items: units } };
    case "GET /api/cases/nomenclature":
      return { status: 200, body: { items: nomenclature } };
    case "GET /api/cases/files":
      return fileList(url.searchParams.get("mine") ? me.id : undefined, url.searchParams.get("fileId"));
    case "POST /api/cases/search":
      return search(String(body.text));
    case "POST /api/cases/persons":
      return newPerson(body);
    case "POST /api/cases/files":
      return { status: 201, body: { fileId: persons.get(String(body.personId))?.fileId } };
    case "GET /api/consents/purposes":
      return { status: 200, body: { items: purposes } };
    case "GET /api/consents":
      return {
        status: 200,
        body: { items: consents.filter((one) => one.personId === url.searchParams.get("personId")) },
      };
    case "POST /api/consents":
      return grant(body);
    case "GET /api/reports/yearly-grid":
      return grid(url);
    case "GET /api/retention/deadlines":
      return { status: 200, body: deadlines(url) };
    default:
      break;
  }
  const file = /^\/api\/cases\/files\/([\w-]+)(\/contacts|\/timeline)?$/.exec(path);
  if (file?.[1]) {
    return oneFile(me, file[1], file[2] === "/contacts", url, body);
  }
  const withdrawal = /^\/api\/consents\/([\w-]+)\/withdrawal$/.exec(path);
  if (withdrawal) {
    const consent = consents.find((one) => one.consentId === withdrawal[1]);
    if (consent) {
      consent.withdrawnOn = TODAY;
    }
    return { status: 200, body: { consentId: withdrawal[1], withdrawnOn: TODAY } };
  }
  return path.startsWith("/api/retention/")
    ? erasureAnswer(me, method, path, body)
    : problem(404, "not-found");
}

alsoDue(() =>
  [...files.values()].flatMap(({ fileId, unit, person, retention }) =>
    retention
      ? [
          {
            personId: person.personId,
            fileId,
            unit,
            rule: retention.rule,
            ruleLabel: "Passage unique sans suite : un an",
            action: "erase",
            dueOn: retention.dueOn,
            compartments: [],
          },
        ]
      : [],
  ),
);

function fileList(mine: string | undefined, fileId: string | null): Given {
  const items = [...files.values()]
    .filter((file) => !mine || file.referent?.id === mine)
    .filter((file) => !fileId || file.fileId === fileId)
    .map((file) => ({
      fileId: file.fileId,
      person: file.person,
      openedOn: file.openedOn,
      lastContactOn: file.contacts[0]?.date ?? null,
      contacts: file.contacts.length,
      dueOn: file.retention?.dueOn ?? null,
      state: "live",
    }))
    .sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)));
  return { status: 200, body: { items, page: 0, size: 50, total: items.length } };
}

function search(text: string): Given {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const items = [...files.values()]
    .filter(({ person }) => !stateOf(person.personId))
    .filter(({ person }) =>
      words.some((word) => plain(`${person.familyName} ${person.givenName}`).includes(word)),
    )
    .map(({ fileId, person, contacts, unit }) => ({
      ...person,
      fileId,
      unit,
      lastContactOn: contacts[0]?.date ?? null,
    }));
  return { status: 200, body: { items: items.slice(0, 20), more: items.length > 20 } };
}

function newPerson(body: Record<string, unknown>): Given {
  if (body.familyName === "0") {
    return problem(400, "invalid-request", {
      detail: "Une information est refusée.",
      errors: [{ pointer: "/familyName", detail: "Un nom contient au moins une lettre." }],
    });
  }
  const file = register(body as Partial<CaseFile["person"]>);
  file.openedOn = TODAY;
  return { status: 201, body: { personId: file.person.personId } };
}

function readable(fileId: string): CaseFile | undefined {
  const file = files.get(fileId);
  return file && !stateOf(file.person.personId) ? file : undefined;
}

function oneFile(me: Me, fileId: string, contact: boolean, url: URL, body: Record<string, unknown>): Given {
  const special = gone.get(fileId) ?? mergedFile(fileId);
  if (special) {
    return special;
  }
  const file = files.get(fileId);
  if (!file) {
    return problem(404, "not-found");
  }
  const erasing = stateOf(file.person.personId);
  if (erasing === "suspended") {
    return problem(423, "suspended", { until: TODAY });
  }
  if (erasing && ["removed", "confirmed", "pruned", "destroyed", "certified"].includes(erasing)) {
    const certificateId = erasing === "certified" ? "5d1f2a90-77aa-4c1e-9c55-1d0d2f3b6c01" : null;
    return problem(410, "erased", { erasedOn: TODAY, certificateId });
  }
  if (!contact) {
    return { status: 200, body: url.pathname.endsWith("/timeline") ? pageOf(file, url) : opened(file, url) };
  }
  if (String(body.text).startsWith("!")) {
    return { ...problem(503, "keys-unavailable"), headers: { "Retry-After": "5" } };
  }
  const contactId = randomUUID();
  file.contacts.unshift({
    contactId,
    date: String(body.date),
    text: String(body.text),
    codes: (body.codes as string[]) ?? [],
    revisionId: contactId,
    codingId: contactId,
    means: (body.means as string) ?? null,
    place: (body.place as string) ?? null,
    persons: (body.persons as string[]) ?? [],
    people: peopleOf(body.persons),
    attachments: [],
    corrected: false,
    unreadable: [],
    author: { id: me.id, name: me.name },
    recordedAt: new Date().toISOString(),
  });
  redate(file);
  return { status: 201, body: { contactId } };
}

function grant(body: Record<string, unknown>): Given {
  const purpose = purposes.find((one) => one.code === body.purpose);
  const consentId = randomUUID();
  consents.push({
    consentId,
    personId: String(body.personId),
    purpose: String(body.purpose),
    label: purpose?.label ?? "",
    recipient: (body.recipient as string) ?? null,
    partner: (body.partner as string) ?? null,
    compartments: (body.compartments as Consent["compartments"]) ?? purpose?.compartments ?? [],
    given: body.given as Consent["given"],
    grantedOn: TODAY,
  });
  return { status: 201, body: { consentId } };
}

const THRESHOLD = 11;

function secretly(value: number): number | null {
  return value > 0 && value < THRESHOLD ? null : value;
}

function grid(url: URL): Given {
  const year = Number(url.searchParams.get("year"));
  const areas = [
    ...new Map(
      nomenclature.map((item) => [
        `${item.kind}${item.area}`,
        { kind: item.kind, code: item.area, label: item.areaLabel },
      ]),
    ).values(),
  ];
  const open = units.filter((unit) => !unit.paper);
  const cells = open.flatMap((unit, at) => [
    { unit: unit.code, measure: "persons", value: 412 - at * 77 },
    { unit: unit.code, measure: "households", value: 318 - at * 54 },
    ...areas.map((area, line) => ({
      unit: unit.code,
      measure: area.kind === "problem" ? "problems" : "interventions",
      area: area.code,
      value: secretly((line * 37 + at * 53) % 160),
    })),
  ]);
  return {
    status: 200,
    body: { year, threshold: THRESHOLD, cells: year < 2023 ? [] : cells, units, areas },
  };
}
