import { describe, expect, test } from "vitest";
import type { CaseFile, TimelinePage } from "../api/types.ts";
import { type Ask, readAsFar, withPage } from "./pages.ts";

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, at) => String(from + at));
const named = (all: string[]) => all.map((contactId) => ({ contactId })) as CaseFile["contacts"];
const idsOf = ({ contacts }: Pick<CaseFile, "contacts">) => contacts.map(({ contactId }) => contactId);

describe("a page behind what is read", () => {
  const file = { contacts: named(["a", "b"]), next: "b" } as CaseFile;

  test("follows it", () =>
    expect(withPage(file, { contacts: named(["c"]), changed: false, next: "c" })).toEqual({
      contacts: named(["a", "b", "c"]),
      next: "c",
    }));

  test("repeats nothing", () =>
    expect(idsOf(withPage(file, { contacts: named(["b", "c"]), changed: true, next: null }))).toEqual([
      "a",
      "b",
      "c",
    ]));
});

describe("a file", () => {
  test("that is opened is asked for its first page", async () => {
    const { ask, asked } = served(() => ids(5_000));
    const file = await readAsFar(ask, () => 0);
    expect(idsOf(file)).toEqual(ids(50));
    expect(asked).toEqual(["first 50"]);
  });

  test("that is read anew is read as far as its reader has come", async () => {
    const { ask, asked } = served(() => ids(5_000));
    expect(idsOf(await readAsFar(ask, () => 1_250))).toEqual(ids(1_250));
    expect(asked).toEqual(["first 500", "500 after 499", "250 after 999"]);
  });

  test("whose reader reads on while it is read anew keeps what they read", async () => {
    let far = 100;
    const { ask } = served(
      () => ids(5_000),
      () => {
        far = 150;
      },
    );
    expect((await readAsFar(ask, () => far)).contacts).toHaveLength(150);
  });

  test("that was short is read to its end", async () => {
    const { ask } = served(() => ids(3));
    expect((await readAsFar(ask, () => 50)).contacts).toHaveLength(3);
  });

  test("in which somebody records while it is read is read from the start", async () => {
    let recorded = 0;
    const { ask, asked } = served(
      () => [...ids(recorded, 9_000), ...ids(1_000)],
      () => {
        recorded = 1;
      },
    );
    const file = await readAsFar(ask, () => 700);
    expect(idsOf(file)).toEqual(["9000", ...ids(699)]);
    expect(asked.filter((one) => one.startsWith("first"))).toHaveLength(2);
  });

  test("in which somebody records all the time is read all the same", async () => {
    let recorded = 0;
    const { ask } = served(
      () => [...ids(recorded, 9_000), ...ids(1_000)],
      () => {
        recorded += 1;
      },
    );
    const file = await readAsFar(ask, () => 700);
    expect(new Set(idsOf(file)).size).toBe(file.contacts.length);
    expect(file.contacts).toHaveLength(700);
  });
});

/** A service that answers from what there is at the moment; a place is the contact behind which to go on, and how many stood before. */
function served(there: () => string[], afterwards: () => void = () => undefined) {
  const asked: string[] = [];
  const page = (from: number, limit: number) => {
    const contacts = there().slice(from, from + limit);
    const end = from + contacts.length;
    const next = end < there().length ? `${contacts.at(-1)} ${end}` : null;
    afterwards();
    return { contacts: named(contacts), next };
  };
  const ask: Ask = {
    first: async (limit) => {
      asked.push(`first ${limit}`);
      return page(0, limit) as CaseFile;
    },
    after: async (place, limit) => {
      const [last = "", stood] = place.split(" ");
      asked.push(`${limit} after ${last}`);
      const from = there().indexOf(last) + 1;
      return { ...page(from, limit), changed: from !== Number(stood) } as TimelinePage;
    },
  };
  return { ask, asked };
}
