import { expect, test } from "vitest";
import type { Erasure } from "../api/types.ts";
import { refusedTo, toApprove } from "./waiting.ts";

const ASKS = { id: "asks", name: "Nadia" };
const OTHER = { id: "other", name: "Paul" };
const requested = { state: "requested", requestedBy: ASKS } as Erasure;
const refused = {
  state: "refused",
  requestedBy: ASKS,
  refused: { by: OTHER, reason: "dispute", reasonLabel: "", at: "2026-11-20T09:00:00Z" },
} as Erasure;

test("a request waits for everybody but who asked", () => {
  expect(toApprove([requested, refused], OTHER.id)).toEqual([requested]);
  expect(toApprove([requested, refused], ASKS.id)).toEqual([]);
});

test("a refusal is told to who asked, for two weeks", () => {
  expect(refusedTo([requested, refused], ASKS.id, "2026-11-29")).toEqual([refused]);
  expect(refusedTo([requested, refused], OTHER.id, "2026-11-29")).toEqual([]);
  expect(refusedTo([requested, refused], ASKS.id, "2026-12-20")).toEqual([]);
});
