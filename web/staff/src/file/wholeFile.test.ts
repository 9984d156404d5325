import { describe, expect, test } from "vitest";
import type { CaseFile } from "../api/types.ts";
import { wholeFile } from "./wholeFile.ts";

describe("a file", () => {
  test("that comes in one part is asked for once", async () => {
    const asked: (string | undefined)[] = [];
    const file = await wholeFile(served(3, 500, asked));
    expect(file.contacts).toHaveLength(3);
    expect(asked).toEqual([undefined]);
  });
  test("that comes in parts is read to its end, each contact once", async () => {
    const asked: (string | undefined)[] = [];
    const file = await wholeFile(served(5_000, 500, asked));
    expect(file.contacts.map((one) => one.contactId)).toEqual(ids(5_000));
    expect(asked).toHaveLength(10);
  });
  test("without contacts is whole", async () => {
    expect((await wholeFile(served(0, 500, []))).contacts).toEqual([]);
  });
});

const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at));

function served(count: number, most: number, asked: (string | undefined)[]) {
  return async (olderThan?: string) => {
    asked.push(olderThan);
    const from = olderThan === undefined ? 0 : Number(olderThan) + 1;
    const contacts = ids(count)
      .slice(from, from + most)
      .map((contactId) => ({ contactId }));
    return { contacts, older: Math.max(0, count - from - most) } as CaseFile;
  };
}
