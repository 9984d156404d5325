import { describe, expect, test } from "vitest";
import type { CodedItem } from "../api/types.ts";
import { suggestedFor } from "./suggestions.ts";

const item = (code: string, label: string): CodedItem => ({
  code,
  kind: "problem",
  area: "area",
  areaLabel: "",
  label,
  compartment: "coding",
  synonyms: [],
});
const catalogue = [
  item("P02.2", "Rupture de droits ou de ressources"),
  item("P02.4", "Endettement ou surendettement"),
  item("P03.3", "Logement indigne ou surpeuplé"),
  item("P03.4", "Impayés de loyer"),
  item("P06.1", "Séparation conjugale"),
  item("I03.1", "Demande au fonds de solidarité logement"),
  item("I02.1", "Instruction d’une demande"),
];
const codes = (text: string, chosen: string[] = []) =>
  suggestedFor(text, catalogue, chosen).map((one) => one.code);

describe("a text suggests", () => {
  test("the codes whose label it says, whatever the accents, the gender or the number", () => {
    expect(codes("Deux loyers IMPAYÉS depuis septembre.")).toEqual(["P03.4"]);
    expect(codes("elle vit une separation")).toEqual(["P06.1"]);
  });
  test("those said in full before those half said", () =>
    expect(codes("Demande au fonds de solidarité pour le logement ; un endettement ancien.")[0]).toBe(
      "I03.1",
    ));
  test("nothing on a word that says nothing by itself", () =>
    expect(codes("Elle demande si…")).not.toContain("I03.1"));
  test("nothing that was chosen already", () => expect(codes("Loyer impayé", ["P03.4"])).toEqual([]));
  test("nothing when nothing is said", () => expect(codes("")).toEqual([]));
  test("no more than five codes", () => {
    const many = Array.from({ length: 9 }, (_, at) => item(`P${at}`, `Loyer particulier${at}`));
    expect(suggestedFor(`loyer ${many.map((one) => one.label).join(" ")}`, many, [])).toHaveLength(5);
  });
});
