import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type fr from "./fr/index.ts";
import { frenchSpaces } from "./typography.ts";

/** French first, English second; one language is loaded at a time. */
export const languages = { fr: "Français", en: "English" } as const;
export type Language = keyof typeof languages;

const KEPT_AS = "lethe.language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "lethe";
    resources: { lethe: typeof fr };
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
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
