import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const here = (file: string) => new URL(`./${file}`, import.meta.url);
const written = async (language: string) => (await readdir(here(language))).sort();
const read = (file: string) => readFile(here(file), "utf8");

test("what is said in French is said in English too", async () =>
  expect(await written("en")).toEqual(await written("fr")));

test.each(["fr", "en"])(
  "each page of the book in %s is opened: with the first page, or with its screen",
  async (language) => {
    const opened = (await read(`${language}/index.ts`)) + (await read("language.ts"));
    const forgotten = (await written(language))
      .filter((page) => page !== "index.ts")
      .filter((page) => !opened.includes(`"./${page}"`) && !opened.includes(`"./${language}/${page}"`));

    expect(forgotten, "import it in index.ts, or name it in language.ts").toEqual([]);
  },
);

test("English says whatever French says, or does not compile", async () => {
  for (const page of (await written("en")).filter((page) => page !== "index.ts")) {
    expect(await read(`en/${page}`), page).toContain("} satisfies typeof fr;");
  }
});
