import type { DueRow } from "../src/api/types.ts";
import type { Answering } from "./asked.ts";
import { TODAY } from "./sample.ts";

/** What is due, and prints, in memory. */
const day = (days: number) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);

const rows: DueRow[] = [
  {
    fileId: "f0000005-2222-4000-8000-000000000000",
    recordId: "a0000005-3333-4000-8000-000000000000",
    kind: "notice",
    on: day(-4),
    late: true,
  },
  {
    fileId: "f0000005-2222-4000-8000-000000000000",
    recordId: "a0000005-3333-4000-8000-000000000000",
    kind: "follow-up",
    on: day(9),
    late: false,
  },
];

export const dueAnswer: Answering = ({ method, path, url }) => {
  if (method === "GET" && path === "/api/cases/due") {
    const fileId = url.searchParams.get("fileId");
    return { status: 200, body: { items: rows.filter((row) => !fileId || row.fileId === fileId) } };
  }
  return method === "POST" && /^\/api\/cases\/files\/[\w-]+\/prints$/.test(path)
    ? { status: 200, body: {} }
    : undefined;
};
