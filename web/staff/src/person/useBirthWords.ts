import { useTranslation } from "react-i18next";
import { inFull } from "../dates/days.ts";
import { isYear } from "../dates/typed.ts";
import { currentLanguage } from "../words/language.ts";
import { type Born, birthOf } from "./birth.ts";

/** Says when somebody was born, by itself or in a sentence; nothing of whom nobody knows it. */
export function useBirthWords() {
  const { t } = useTranslation();
  const language = currentLanguage();
  return {
    birthInFull: (birth: string) =>
      isYear(birth) ? t("dates.inYear", { year: birth }) : inFull(birth, language),
    bornThen: (person: Born) => {
      const birth = birthOf(person);
      if (birth === "") {
        return "";
      }
      return isYear(birth)
        ? t("search.bornIn", { year: birth })
        : t("search.born", { date: inFull(birth, language) });
    },
  };
}
