import { describe, expect, test } from "vitest";
import { commandFor, keyName } from "./keys.ts";

const commands = [
  { press: "n", id: "new" },
  { press: "?", id: "list" },
  { press: "mod+k", id: "palette" },
  { press: "F8", id: "mask" },
  { id: "without key" },
];
const reading = { inField: false, letters: true, behindDialog: false };
const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("a single letter", () => {
  test("acts on the character produced, wherever its key sits", () =>
    expect(commandFor(press("n"), commands, reading)?.id).toBe("new"));
  test("acts with caps lock", () => expect(commandFor(press("N"), commands, reading)?.id).toBe("new"));
  test("does nothing while typing", () =>
    expect(commandFor(press("n"), commands, { ...reading, inField: true })).toBeUndefined());
  test("does nothing behind a dialog", () =>
    expect(commandFor(press("n"), commands, { ...reading, behindDialog: true })).toBeUndefined());
  test("does nothing when letters are switched off", () =>
    expect(commandFor(press("n"), commands, { ...reading, letters: false })).toBeUndefined());
  test("leaves Ctrl+N to the browser", () =>
    expect(commandFor(press("n", { ctrlKey: true }), commands, reading)).toBeUndefined());
});

describe("a key with Ctrl or a function key", () => {
  const typing = { ...reading, inField: true, letters: false };
  test("acts even while typing", () => {
    expect(commandFor(press("k", { ctrlKey: true }), commands, typing)?.id).toBe("palette");
    expect(commandFor(press("F8"), commands, typing)?.id).toBe("mask");
  });
  test("takes Cmd for Ctrl", () =>
    expect(commandFor(press("k", { metaKey: true }), commands, typing)?.id).toBe("palette"));
});

test("the question mark lists the keys, however the layout makes it", () =>
  expect(commandFor(press("?"), commands, reading)?.id).toBe("list"));

test("of two commands with the same key the latest offered wins", () =>
  expect(commandFor(press("n"), [...commands, { press: "n", id: "newer" }], reading)?.id).toBe("newer"));

test("keys are written as they are printed on keyboards", () => {
  expect(keyName("mod+k", "fr")).toBe("Ctrl+K");
  expect(keyName("n", "fr")).toBe("N");
  expect([keyName("?", "fr"), keyName("?", "en")]).toEqual(["Maj+?", "Shift+?"]);
});
