import { describe, expect, test } from "vitest";
import { Problem } from "../api/problem.ts";
import { act, deskOf } from "./desks.ts";
import type { Sheet } from "./writing.ts";

interface Note {
  text: string;
}
const sheet: Sheet<Note> = {
  kind: "contact",
  blank: () => ({ text: "" }),
  begun: (note) => note.text !== "",
};
let files = 0;
const begun = (text: string) => {
  const file = `file-${++files}`;
  act(file, sheet, { do: "open", today: "" });
  act(file, sheet, { do: "edit", change: { text } });
  return { file, key: keyOf(file) };
};
const keyOf = (file: string) => deskOf<Note>(file, "contact").key ?? "";
const refused = (code: string) => new Problem(code === "key-used" ? 422 : 503, code);

describe("the key of a text", () => {
  test("is its own from its first word on", () => {
    const one = begun("Vu.");
    expect(one.key).toMatch(/^[\w-]{36}$/);
    act(one.file, sheet, { do: "edit", change: { text: "Vu, et dit." } });
    expect(keyOf(one.file)).toBe(one.key);
    expect(begun("Vu.").key).not.toBe(one.key);
  });

  test("stays when it comes back without an answer, so that it is recorded once", () => {
    const { file, key } = begun("Vu.");
    act(file, sheet, { do: "send", key });
    act(file, sheet, { do: "refused", key, problem: refused("keys-unavailable") });
    expect(keyOf(file)).toBe(key);
  });

  test("is another one once something else was recorded under it", () => {
    const { file, key } = begun("Vu.");
    act(file, sheet, { do: "send", key });
    act(file, sheet, { do: "refused", key, problem: refused("key-used") });
    expect(deskOf<Note>(file, "contact").draft?.text).toBe("Vu.");
    expect(keyOf(file)).toMatch(/^[\w-]{36}$/);
    expect(keyOf(file)).not.toBe(key);
  });

  test("goes with it when it waits beside another text, and comes back with it", () => {
    const { file, key } = begun("Premier.");
    act(file, sheet, { do: "start", draft: { text: "Second." } });
    expect(keyOf(file)).not.toBe(key);
    act(file, sheet, { do: "take back" });
    expect(keyOf(file)).toBe(key);
  });

  test("comes back with it when it was discarded and taken back", () => {
    const { file, key } = begun("Vu.");
    act(file, sheet, { do: "discard" });
    act(file, sheet, { do: "undo discard" });
    expect(keyOf(file)).toBe(key);
  });

  test("is a new one for what is written in another tab on the same text", () => {
    const { file, key } = begun("Vu ici.");
    act(file, sheet, {
      do: "bring together",
      change: {
        gone: [],
        replaced: [],
        parted: [{ from: key, to: "anew" }],
        added: [{ key, draft: { text: "Vu là." } }],
      },
    });
    const desk = deskOf<Note>(file, "contact");
    expect([desk.key, desk.draft?.text]).toEqual(["anew", "Vu ici."]);
    expect(desk.waiting).toEqual([{ key, draft: { text: "Vu là." }, problem: null }]);
  });
});
