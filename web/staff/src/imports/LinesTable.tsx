import { useTranslation } from "react-i18next";
import pageStyles from "../page/page.module.css";
import { fullName } from "../person/names.ts";
import { useBirthWords } from "../person/useBirthWords.ts";
import styles from "./imports.module.css";

interface Near {
  personId: string;
  fileId?: string | null;
  familyName: string;
  givenName?: string | null;
  birthDate?: string | null;
  birthYear?: number | null;
}

interface Told {
  line: number;
  last?: number;
  column: string;
  code: string;
  detail: string;
  persons?: Near[];
}

/** What there is to say about lines of the file: where, and in which column. */
export function LinesTable({ caption, told }: { caption: string; told: readonly Told[] }) {
  const { t, i18n } = useTranslation();
  const title = (column: string) =>
    i18n.exists(`imports.titles.${column}`) ? t(`imports.titles.${column as "reference"}`) : column;
  return (
    told.length > 0 && (
      <div className={pageStyles.tableScroll}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("imports.line")}</th>
              <th scope="col">{t("imports.column")}</th>
              <th scope="col">{t("imports.what")}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ line, last, column, code, detail, persons = [] }) => (
              <tr key={`${line}-${column}-${code}`}>
                <td className="number">
                  {last !== undefined && last > line ? t("imports.lineTo", { line, last }) : line}
                </td>
                <td>{title(column)}</td>
                <td>
                  {detail}
                  {persons.length > 0 && (
                    <ul className={styles.near} aria-label={t("imports.near")}>
                      {persons.map((person) => (
                        <NearPerson key={person.personId} person={person} />
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  );
}

/** Whom a line resembles, as the screen of a new person says it. */
function NearPerson({ person }: { person: Near }) {
  const { bornThen } = useBirthWords();
  const born = bornThen(person);
  return (
    <li className="personal">
      {fullName(person)}
      {born && <span className="quiet">, {born}</span>}
    </li>
  );
}
