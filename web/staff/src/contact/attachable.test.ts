import { describe, expect, test } from "vitest";
import { LARGEST, sizeInWords, troubleWith, typeOf } from "./attachable.ts";

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe("a document's type", () => {
  test("is read in its first bytes", () => {
    expect(typeOf(bytes("%PDF-1.7\n…"))).toBe("application/pdf");
    expect(typeOf(bytes("\u0089PNG\r\n\u001a\n0000"))).toBe("image/png");
    expect(typeOf(bytes("\u00ff\u00d8\u00ff\u00e0…"))).toBe("image/jpeg");
    expect(typeOf(bytes("RIFF0000WEBPVP8 "))).toBe("image/webp");
  });
  test("is not believed from its name", async () =>
    expect(
      await troubleWith(new File(["MZ\u0090 a program"], "letter.pdf", { type: "application/pdf" })),
    ).toBe("type"));
});

describe("a document", () => {
  test("that is readable is taken", async () =>
    expect(await troubleWith(new Blob(["%PDF-1.7 and so on"]))).toBeUndefined());
  test("without content is not", async () => expect(await troubleWith(new Blob([]))).toBe("empty"));
  test("over 20 MB is not", async () =>
    expect(await troubleWith(new Blob(["%PDF-", new Uint8Array(LARGEST)]))).toBe("tooLarge"));
});

test("sizes are said as people say them", () => {
  expect(sizeInWords(2_400_000, "fr").replace(/\s/g, " ")).toBe("2,4 Mo");
  expect(sizeInWords(300, "en").replace(/\s/g, " ")).toBe("1 kB");
});
