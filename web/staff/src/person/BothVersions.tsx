import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Notice } from "../page/Notice.tsx";
import styles from "./person.module.css";
import type { Choices, Difference } from "./reconcile.ts";
import { useBirthWords } from "./useBirthWords.ts";

interface Props {
  found: Difference[];
  choices: Choices;
  onChoose: (choices: Choices) => void;
}

/** Somebody changed the same person meanwhile: both wordings side by side, one to be kept for each field. */
export function BothVersions({ found, choices, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Notice kind="info" title={t("people.identity.meanwhile")} takesFocus>
        <p>{t(found.length === 0 ? "people.identity.same" : "people.identity.choose")}</p>
      </Notice>
      {found.map(({ field, theirs, mine, proposed }) => (
        <Radio.Group
          key={field}
          label={t(`person.${field}`)}
          value={choices[field] ?? proposed}
          onChange={(which) => onChoose({ ...choices, [field]: which as "theirs" | "mine" })}
        >
          <div className={styles.versions}>
            <Version which="theirs" field={field} value={theirs} />
            <Version which="mine" field={field} value={mine} />
          </div>
        </Radio.Group>
      ))}
    </>
  );
}

function Version({
  which,
  field,
  value,
}: {
  which: "theirs" | "mine";
  field: Difference["field"];
  value: string;
}) {
  const { t } = useTranslation();
  const { birthInFull } = useBirthWords();
  const said =
    field === "birthDate" && value !== ""
      ? birthInFull(value)
      : field === "householdType" && value !== ""
        ? t(`person.households.${value as "alone"}`)
        : value;
  return (
    <Radio
      value={which}
      label={
        <>
          <span className="quiet">{t(`people.identity.${which}`)}</span>
          <br />
          {said === "" ? (
            <em className="quiet">{t("people.identity.nothing")}</em>
          ) : (
            <span className="personal">{said}</span>
          )}
        </>
      }
    />
  );
}
