import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type fr from "./fr/index.ts";
import { frenchSpaces } from "./typography.ts";

/** French first, English second; one language is loaded at a time, and the words of a later screen with that screen. */
export const languages = { fr: "Français", en: "English" } as const;
export type Language = keyof typeof languages;

const KEPT_AS = "lethe.language";

/** What is not said on anybody's first page. */
const later = {
  access: { fr: () => import("./fr/access.ts"), en: () => import("./en/access.ts") },
  epoch: { fr: () => import("./fr/epoch.ts"), en: () => import("./en/epoch.ts") },
  hold: { fr: () => import("./fr/hold.ts"), en: () => import("./en/hold.ts") },
  imports: { fr: () => import("./fr/imports.ts"), en: () => import("./en/imports.ts") },
  unit: { fr: () => import("./fr/unit.ts"), en: () => import("./en/unit.ts") },
  assessment: { fr: () => import("./fr/assessment.ts"), en: () => import("./en/assessment.ts") },
  people: { fr: () => import("./fr/people.ts"), en: () => import("./en/people.ts") },
  referral: { fr: () => import("./fr/referral.ts"), en: () => import("./en/referral.ts") },
  failed: { fr: () => import("./fr/failed.ts"), en: () => import("./en/failed.ts") },
  verify: { fr: () => import("./fr/verify.ts"), en: () => import("./en/verify.ts") },
  reported: { fr: () => import("./fr/reported.ts"), en: () => import("./en/reported.ts") },
};
type Later = keyof typeof later;
type LaterWords = { [P in Later]: Awaited<ReturnType<(typeof later)[P]["fr"]>>["default"] };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "lethe";
    resources: { lethe: typeof fr & LaterWords };
  }
}

const said = new Set<Later>();

/** The loader of a screen that has words of its own: both arrive together. */
export function withWords<S>(parts: readonly Later[], screen: () => Promise<S>): () => Promise<S> {
  return async () => {
    const words = parts.map((part) => {
      said.add(part);
      return addWords(currentLanguage(), part);
    });
    const [loaded] = await Promise.all([screen(), ...words]);
    return loaded;
  };
}

async function addWords(language: Language, part: Later): Promise<void> {
  if (!i18next.getResource(language, "lethe", part)) {
    const { default: words } = await later[part][language]();
    const spaced = language === "fr" ? frenchSpaces(words) : words;
    i18next.addResourceBundle(language, "lethe", { [part]: spaced }, true);
  }
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "fr";
}

async function wordsOf(language: Language) {
  return language === "en"
    ? (await import("./en/index.ts")).default
    : frenchSpaces((await import("./fr/index.ts")).default);
}

export async function startLanguage(): Promise<void> {
  const language: Language = localStorage.getItem(KEPT_AS) === "en" ? "en" : "fr";
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "lethe",
    resources: { [language]: { lethe: await wordsOf(language) } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "lethe")) {
    i18next.addResourceBundle(language, "lethe", await wordsOf(language));
  }
  await Promise.all([...said].map((part) => addWords(language, part)));
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
