import { randomUUID } from "node:crypto";
import type { Information, NewInformation, Review } from "../src/api/reported.ts";
import { type Answering, type Given, problem } from "./asked.ts";
import { TODAY } from "./sample.ts";

/** Information from third parties in memory; the first file has one piece in each state. */
const byFile = new Map<string, Information[]>();
const FIRST = "f0000001-2222-4000-8000-000000000000";
const author = { id: "worker", name: "Claire Morel" };

function sample(): Information[] {
  const one = (receivedOn: string, change: Partial<Information>): Information => ({
    informationId: randomUUID(),
    receivedOn,
    text: "Elle entend des cris le soir, et les enfants pleurer. Cela dure depuis la rentrée.",
    reliability: "first-hand",
    source: { kind: "neighbour", name: "Mme Armand", details: "troisième étage, le soir" },
    noticeDueOn: monthAfter(receivedOn),
    notice: { state: monthAfter(receivedOn) < TODAY ? "late" : "due" },
    nextReviewOn: yearAfter(receivedOn),
    state: "open",
    author,
    at: `${receivedOn}T15:00:00Z`,
    ...change,
  });
  return [
    one("2025-11-18", {}),
    one("2025-09-30", {
      text: "La maîtresse a vu Lou s’endormir en classe trois matins de suite.",
      source: { kind: "school" },
    }),
    one("2025-06-12", {
      text: "Quelqu’un dit que la voiture a été vendue.",
      reliability: "hearsay",
      source: { kind: "anonymous" },
      notice: { state: "given", on: "2025-06-20" },
      state: "dismissed",
      dismissedOn: "2025-10-02",
    }),
    one("2024-10-08", {
      text: "Le père aurait menacé de venir chercher l’enfant.",
      reliability: "unverified",
      source: { kind: "relative", name: "sa sœur" },
      notice: {
        state: "excepted",
        reason: "child-in-danger",
        reasonText: "Le père lit le courrier de la famille ; l’enfant serait interrogé.",
      },
      nextReviewOn: "2025-10-08",
    }),
    one("2024-03-02", {
      text: null,
      reliability: null,
      source: null,
      state: "erased",
      notice: { state: "given", on: "2024-03-10" },
      erasedOn: "2025-02-11",
      certificateId: "5d1f2a90-77aa-4c1e-9c55-1d0d2f3b6c01",
    }),
  ];
}

export function informationOf(fileId: string): Information[] {
  const known = byFile.get(fileId) ?? (fileId === FIRST ? sample() : []);
  byFile.set(fileId, known);
  return known;
}

export const thirdPartyAnswer: Answering = ({ me, method, path, body, file }) => {
  const match = /^\/api\/cases\/files\/([\w-]+)\/third-party(?:\/([\w-]+)\/([\w-]+))?$/.exec(path);
  if (!match?.[1] || !file(match[1])) {
    return undefined;
  }
  const items = informationOf(match[1]);
  if (!match[2]) {
    return method === "GET"
      ? { status: 200, body: { items } }
      : receive(items, body as unknown as NewInformation, { id: me.id, name: me.name });
  }
  const information = items.find((one) => one.informationId === match[2]);
  return information ? decide(information, match[3] ?? "", body) : problem(404, "not-found");
};

function receive(items: Information[], body: NewInformation, by: Information["author"]): Given {
  const informationId = randomUUID();
  const noticeDueOn = monthAfter(body.receivedOn);
  items.unshift({
    informationId,
    ...body,
    noticeDueOn,
    notice: { state: noticeDueOn < TODAY ? "late" : "due" },
    nextReviewOn: yearAfter(body.receivedOn),
    state: "open",
    author: by,
    at: new Date().toISOString(),
  });
  return { status: 201, body: { informationId, noticeDueOn } };
}

function decide(information: Information, what: string, body: Record<string, unknown>): Given {
  if (what === "notice") {
    information.notice = { state: "given", on: String(body.on) };
  } else if (what === "notice-exception") {
    information.notice = {
      state: "excepted",
      reason: body.reason as NonNullable<Information["notice"]["reason"]>,
      reasonText: String(body.reasonText),
    };
  } else if ((body.outcome as Review) === "dismissed") {
    Object.assign(information, { state: "dismissed", dismissedOn: TODAY });
  } else {
    Object.assign(information, { state: "kept", nextReviewOn: yearAfter(TODAY) });
  }
  return { status: 200, body: {} };
}

function monthAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
