import { IconLanguage } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { currentLanguage, languages, switchLanguage } from "../words/language.ts";
import styles from "./shell.module.css";

/** Changes the language at once, labels of the services included. */
export function LanguageSwitch() {
  useTranslation();
  const cache = useQueryClient();
  const other = currentLanguage() === "fr" ? "en" : "fr";
  async function change() {
    await switchLanguage(other);
    await cache.invalidateQueries();
  }
  return (
    <button type="button" className={styles.setting} lang={other} onClick={change}>
      <IconLanguage size={19} aria-hidden />
      {languages[other]}
    </button>
  );
}
