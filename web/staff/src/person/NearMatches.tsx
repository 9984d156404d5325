import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Found } from "../api/types.ts";
import pageStyles from "../page/page.module.css";
import { useProblemWords } from "../page/problemWords.ts";
import { FoundPerson } from "../search/FoundPerson.tsx";
import { carry } from "../search/sought.ts";
import { useAnnounced } from "../search/useAnnounced.ts";
import { useSearch } from "../search/useSearch.ts";
import { written } from "../words/written.ts";
import styles from "./person.module.css";

interface Props {
  familyName: string;
  givenName: string;
  earlierNames: string;
  birthDate: string;
}

/** The persons already known whose name is near what is being typed, under an earlier name as well. */
export function NearMatches({ familyName, givenName, earlierNames, birthDate }: Props) {
  const { t } = useTranslation();
  const now = useSearch(written(givenName + familyName) && `${givenName} ${familyName} ${birthDate}`);
  const before = useSearch(written(earlierNames) && `${givenName} ${earlierNames} ${birthDate}`);
  const known = new Set(now.found.map((one) => one.personId));
  const found = [...now.found, ...before.found.filter((one) => !known.has(one.personId))];
  const asked = now.asked || before.asked;
  const settled = now.settled && before.settled;
  const more = now.more || before.more;
  const error = now.error ?? before.error;

  useAnnounced({ asked, settled, more }, found.length);

  return (
    <aside className={pageStyles.aside} aria-labelledby="near">
      <h2 id="near">{t("person.near")}</h2>
      {!asked && <p className="quiet">{t("person.nearWaiting")}</p>}
      {asked && error !== null && <Trouble error={error} />}
      {asked && error === null && settled && found.length === 0 && (
        <p className="quiet">{t("person.nearNone")}</p>
      )}
      <ul className={styles.near}>
        {found.map((one) => (
          <li key={one.personId}>
            <NearPerson found={one} />
          </li>
        ))}
      </ul>
      {more && <p className="quiet">{t("search.more")}</p>}
      {asked && settled && (
        <p>
          <Link
            to="/elsewhere"
            className={styles.nearLink}
            onClick={() => carry(`${givenName} ${familyName} ${birthDate}`)}
          >
            {t("search.elsewhere.title")}
          </Link>
        </p>
      )}
    </aside>
  );
}

function NearPerson({ found }: { found: Found }) {
  return found.fileId ? (
    <Link to="/files/$fileId" params={{ fileId: found.fileId }} className={styles.nearLink}>
      <FoundPerson found={found} />
    </Link>
  ) : (
    <Link to="/persons/$personId" params={{ personId: found.personId }} className={styles.nearLink}>
      <FoundPerson found={found} />
    </Link>
  );
}

function Trouble({ error }: { error: unknown }) {
  return <p>{useProblemWords(asProblem(error)).text}</p>;
}
