import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import type problemWords from "../words/fr/problem.ts";
import { frenchSpacing } from "../words/typography.ts";

/** Says a refusal in words: the server's own sentence when it gave one, ours otherwise. */
type Known = keyof typeof problemWords.texts;

const OURS: ReadonlySet<string> = new Set(["offline", "unauthenticated", "keys-unavailable", "unexpected"]);

export function useProblemWords(problem: Problem): { title: string; text: string } {
  const { t, i18n } = useTranslation();
  const known = (i18n.exists(`problem.texts.${problem.code}`) ? problem.code : "unexpected") as Known;
  const text = t(`problem.texts.${known}`);
  const ours = OURS.has(problem.code);
  const spaced = i18n.language === "fr" ? frenchSpacing : (said: string) => said;
  return {
    title: ours ? t(`problem.titles.${known}`) : spaced(problem.facts.title ?? t(`problem.titles.${known}`)),
    text: ours ? text : spaced(problem.detail ?? text),
  };
}
