import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Named } from "../api/types.ts";
import rowStyles from "../page/rows.module.css";
import { fullName, shortNumber } from "../person/names.ts";

interface Props {
  fileId: string;
  person: Named | undefined;
  /** Whether it leads to the file; a lead sees whose it is, and opens none. */
  opens?: boolean;
}

/** A file in a list: by its person's name; by number where nobody may know the name here. */
export function FileName({ fileId, person, opens = true }: Props) {
  const { t } = useTranslation();
  const words = person ? (
    <span className="personal">{fullName(person)}</span>
  ) : (
    <span className="number">{t("file.title", { number: shortNumber(fileId) })}</span>
  );
  return opens ? (
    <Link to="/files/$fileId" params={{ fileId }} className={rowStyles.name}>
      {words}
    </Link>
  ) : (
    words
  );
}
