import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Keeps the words of the screens: whom they speak to, and how French and English are typeset. */
type Words = { [key: string]: string | Words };

/** Pages of those who run erasures and read certificates: there keys are what the work is about. */
const ABOUT_KEYS = ["erasure", "hold", "certificate", "verify", "failed", "epoch"];

const said: [string, string, string][] = [];
for (const language of ["fr", "en"]) {
  for (const file of readdirSync(new URL(`./${language}/`, import.meta.url))) {
    if (file !== "index.ts") {
      const { default: words } = (await import(`./${language}/${file}`)) as { default: Words };
      collect(language, file.replace(".ts", ""), words);
    }
  }
}

function collect(language: string, at: string, words: Words) {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") {
      said.push([language, `${at}.${key}`, value]);
    } else {
      collect(language, `${at}.${key}`, value);
    }
  }
}

const where = (language: string, wrong: RegExp, but: string[] = []) =>
  said
    .filter(([of, at, text]) => of === language && wrong.test(text) && !but.includes(at.split(".")[0] ?? ""))
    .map(([, at, text]) => `${at}: ${text}`);

describe("French", () => {
  test("has typographic apostrophes", () => expect(where("fr", /\p{L}'\p{L}/u)).toEqual([]));
  test("leaves room before : ; ? ! and »", () =>
    expect(where("fr", /[\p{L}\d)}][;?!»]|\p{L}:(?!\/\/)/u)).toEqual([]));
  test("does not put letters in brackets to mean everybody", () =>
    expect(where("fr", /\((e|s|es|ne)\)/)).toEqual([]));
  test("speaks to workers of their work, not of keys", () =>
    expect(where("fr", /\bclés?\b|chiffrée?s? sous|rechiffr/i, ABOUT_KEYS)).toEqual([]));
  test("promises no consent where there is another basis", () =>
    expect(where("fr", /gardés? avec consentement/)).toEqual([]));
  test("has one word for leaving a form: annuler", () =>
    expect(where("fr", /^(Revenir|Abandonner|Fermer sans enregistrer)$/)).toEqual([]));
  test("names who answers for people by their office, not as the personnel", () =>
    expect(where("fr", /\bmembres? du personnel\b/i)).toEqual([]));
  test("has one verb for handing a file to another unit: transmettre is for what is told, transférer for files", () =>
    expect(where("fr", /[Tt]ransmettre le dossier/)).toEqual([]));
  test("has one verb for looking again at what a third party said: revoir", () =>
    expect(where("fr", /réexamin/i)).toEqual([]));
});

describe("English", () => {
  test("has no space before : ; ? or !", () => expect(where("en", / [:;?!]/)).toEqual([]));
  test("has typographic apostrophes", () => expect(where("en", /\p{L}'\p{L}/u)).toEqual([]));
  test("calls who answers for a file the key worker", () =>
    expect(where("en", /\breferents?\b/i, ["imports"])).toEqual([]));
});

describe("what the services say", () => {
  const repository = new URL("../../../../", import.meta.url);
  const read = (file: string) => readFileSync(new URL(file, repository), "utf8").split("\n");
  const catalogue = ["nomenclature", "purposes", "retention-schedule", "areas", "recipients", "units"]
    .map((table) => `contracts/src/main/resources/catalogue/${table}.csv`)
    .flatMap((file) => {
      const [titles = "", ...rows] = read(file);
      const column = titles.split(",").indexOf("label_fr");
      return rows.map((row) => `${file}: ${row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[column] ?? ""}`);
    });
  const messages = (name: string) =>
    ["platform", "case-service", "consent-service", "retention-service", "reporting-service"].flatMap(
      (service) =>
        read(
          `${service}/src/main/resources/messages/${service === "platform" ? "platform" : "service"}${name}`,
        )
          .filter((line) => line.includes("=") && !line.startsWith("#"))
          .map((line) => `${service}: ${line.slice(line.indexOf("=") + 1)}`),
    );
  const labels = catalogue.map((line) => line.slice(line.indexOf(": ") + 2));
  const french = [...labels, ...messages(".properties").map((line) => line.slice(line.indexOf(": ") + 2))];

  test("is there", () => expect(french.length).toBeGreaterThan(100));
  test("has typographic apostrophes", () =>
    expect(french.filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([]));
  // Problems are spaced where they are shown.
  test("breaks no line before : ; ? ! and », nor after « in the catalogue", () =>
    expect(labels.filter((text) => / [:;?!»]|« |[\p{L}\d)][;?!»]|\p{L}:(?!\/\/)/u.test(text))).toEqual([]));
  test("has no space before : ; ? or ! in English", () =>
    expect(messages("_en.properties").filter((text) => / [:;?!]/.test(text))).toEqual([]));
});

test("both languages say the same things", () => {
  const keys = (language: string) =>
    said
      .filter(([of]) => of === language)
      .map(([, at]) => at)
      .sort();
  expect(keys("en")).toEqual(keys("fr"));
});
