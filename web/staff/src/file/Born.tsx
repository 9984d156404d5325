import { useTranslation } from "react-i18next";
import type { Person } from "../api/types.ts";
import { agesOf } from "../person/birth.ts";
import { useBirthWords } from "../person/useBirthWords.ts";
import { useMe } from "../shell/session.tsx";

/** How old the file's person is and when they were born, as the beginning of a sentence; nothing where nobody knows. */
export function Born({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const { bornThen } = useBirthWords();
  const born = bornThen(person);
  const ages = person.age != null ? [person.age] : person.birthYear ? agesOf(person.birthYear, today) : [];
  const [younger, older] = ages;
  if (!born) {
    return null;
  }
  return (
    <span className="personal">
      {older !== undefined
        ? `${t("file.ageEither", { younger, count: older })}, `
        : younger !== undefined && `${t("file.age", { count: younger })}, `}
      {born},{" "}
    </span>
  );
}
