import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CodedItem } from "../api/types.ts";
import { meantBy } from "./meant.ts";

const shipped = new URL(
  "../../../../contracts/src/main/resources/catalogue/nomenclature.csv",
  import.meta.url,
);
const [, ...lines] = readFileSync(shipped, "utf8").trim().split("\n");
const catalogue = lines.map((line): CodedItem => {
  const [kind, area, code, label, , , synonyms] = line.split(",") as [CodedItem["kind"], ...string[]];
  return {
    kind,
    area: area ?? "",
    areaLabel: "",
    compartment: "coding",
    code: code ?? "",
    label: label ?? "",
    synonyms: (synonyms ?? "").split("|"),
  };
});
const codes = (text: string) => meantBy(text, catalogue).map((item) => item.code);

test.each([
  ["électricité", "P03.7"],
  ["electricite", "P03.7"],
  ["ÉLECTRICITÉ", "P03.7"],
  ["factures d’électricité", "P03.7"],
  ["EDF", "P03.7"],
  ["E.D.F.", "P03.7"],
  ["edf", "P03.7"],
  ["CAF", "P01.1"],
  ["CMU", "P05.1"],
  ["C2S", "P05.1"],
  ["APL", "P03.4"],
  ["loyers impayés", "P03.4"],
  ["chômage", "P02.1"],
  ["chomage", "P02.1"],
  ["MDPH", "P10.1"],
  ["RSA", "P04.3"],
  ["AAH", "P10.1"],
  ["FSL", "I04.2"],
  ["ASE", "P07.4"],
  ["CRIP", "P07.3"],
  ["SIAO", "P03.1"],
  ["DALO", "I04.4"],
  ["PMI", "P05.5"],
  ["115", "P03.1"],
  ["3919", "P08.1"],
  ["violences conjuguales".slice(0, 12), "P08.1"],
  ["EHPAD", "P09.3"],
  ["tutelle", "P11.2"],
  ["prud'hommes", "P04.5"],
  ["prud’hommes", "P04.5"],
  ["restos du coeur", "P02.5"],
  ["P03.7", "P03.7"],
  ["élec", "P03.7"],
  ["aide a domicile", "P09.2"],
])("%s finds %s among the first six", (text, code) => expect(codes(text).slice(0, 6)).toContain(code));

test("what is in the label comes before what is only meant", () =>
  expect(codes("addiction")[0]).toBe("P05.4"));
test("every word typed has to be meant", () => expect(codes("EDF xylophone")).toEqual([]));
test("a short acronym is no part of a longer word", () => expect(codes("ase")).not.toContain("I08.1"));
test("nothing typed means nothing", () => expect(codes(" ’ ")).toEqual([]));
