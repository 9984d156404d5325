import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Keeps the words of the screens: whom they speak to, and how French and English are typeset. */
type Words = { [key: string]: string | Words };

/** Pages of those who run erasures and read certificates: there keys are what the work is about. */
const ABOUT_KEYS = ["erasure", "certificate"];

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
  test("has one verb for looking again at what a third party said: revoir", () =>
    expect(where("fr", /réexamin/i)).toEqual([]));
});

describe("English", () => {
  test("has no space before : ; ? or !", () => expect(where("en", / [:;?!]/)).toEqual([]));
  test("has typographic apostrophes", () => expect(where("en", /\p{L}'\p{L}/u)).toEqual([]));
  test("calls who answers for a file the key worker", () =>
    expect(where("en", /\breferents?\b/i, ["imports"])).toEqual([]));
});

test("both languages say the same things", () => {
  const keys = (language: string) =>
    said
      .filter(([of]) => of === language)
      .map(([, at]) => at)
      .sort();
  expect(keys("en")).toEqual(keys("fr"));
});
