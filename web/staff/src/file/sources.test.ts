import { expect, test, vi } from "vitest";
import { entryKinds } from "./entries.ts";

test("every kind of entry is given to the timeline by one source", async () => {
  // what the subjects' modules take hold of before anything is shown
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: { origin: "http://127.0.0.1" } }));
  const { sources } = await import("./sources.ts");

  expect(sources.map((source) => source.kind).sort()).toEqual([...entryKinds].sort());
}, 60_000);
