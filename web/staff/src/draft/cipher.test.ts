import { expect, test } from "vitest";
import { close, importKey, open } from "./cipher.ts";

const key = await importKey("monday", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
const other = await importKey("tuesday", "_wECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
const draft = { texts: [{ text: "Elle ne dort plus." }], writtenAt: 1 };

test("a draft closed with a key opens with it, for its own file and kind only", async () => {
  const closed = await close(key, "file-1/contact", draft);
  expect(await open(key, "file-1/contact", closed)).toEqual(draft);
  expect(await open(key, "file-2/contact", closed)).toBeUndefined();
  expect(await open(other, "file-1/contact", closed)).toBeUndefined();
});

test("an altered draft does not open", async () => {
  const closed = await close(key, "file-1/contact", draft);
  const bytes = new Uint8Array(closed.bytes);
  bytes.set([(bytes[3] ?? 0) ^ 1], 3);
  expect(await open(key, "file-1/contact", closed)).toBeUndefined();
});

test("what is kept shows nothing of the text, and never looks the same twice", async () => {
  const [one, again] = await Promise.all([close(key, "f/contact", draft), close(key, "f/contact", draft)]);
  expect(Buffer.from(one.bytes).toString("latin1")).not.toContain("dort");
  expect(Buffer.from(one.bytes)).not.toEqual(Buffer.from(again.bytes));
});

test("a key that was imported cannot be taken out", async () =>
  expect(crypto.subtle.exportKey("raw", key.key)).rejects.toThrow());
