import { useTranslation } from "react-i18next";
import type { FileRow } from "../api/types.ts";
import { fullName, shortNumber } from "../person/names.ts";

/** What a file is called in the unit's list: by its person; by number where the name is kept from the lead too. */
export function useTitles(): (file: FileRow) => string {
  const { t } = useTranslation();
  return (file) =>
    file.person.familyName ? fullName(file.person) : t("file.title", { number: shortNumber(file.fileId) });
}
