import { expect, test } from "vitest";
import { differences, reconciled } from "./reconcile.ts";

const base = { familyName: "Morel", phone: "01", address: "4 rue des Tanneurs" };

test("what only the other changed is proposed as they wrote it, what only I changed as I did", () => {
  const found = differences(
    base,
    { ...base, phone: "02" },
    { ...base, address: "9 quai du Port", phone: "01" },
  );
  expect(found.map(({ field, proposed }) => [field, proposed])).toEqual([
    ["phone", "theirs"],
    ["address", "mine"],
  ]);
  expect(reconciled({ ...base, address: "9 quai du Port" }, found, {})).toEqual({
    familyName: "Morel",
    phone: "02",
    address: "9 quai du Port",
  });
});

test("what both changed is mine until the other is chosen", () => {
  const mine = { ...base, phone: "03" };
  const found = differences(base, { ...base, phone: "02" }, mine);
  expect(reconciled(mine, found, {}).phone).toBe("03");
  expect(reconciled(mine, found, { phone: "theirs" }).phone).toBe("02");
});

test("a space at the end is no difference", () =>
  expect(differences(base, base, { ...base, phone: "01 " })).toEqual([]));
