import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Found } from "../api/types.ts";
import { useProblemWords } from "../page/problemWords.ts";
import { FoundPerson } from "./FoundPerson.tsx";
import styles from "./search.module.css";
import { useAnnounced } from "./useAnnounced.ts";
import { useEnter } from "./useEnter.ts";
import { useSearch } from "./useSearch.ts";

interface Props {
  id: string;
  label: string;
  description?: string;
  placeholder?: string;
  /** Who is left out of the list: those already there. */
  without: readonly string[];
  /** Only persons who have a file. */
  withFile?: boolean;
  onChoose: (found: Found) => void;
  error?: string | undefined;
}

/** One field that finds a person by a name half remembered; arrows and Enter choose. */
export function PersonSearch({
  id,
  label,
  description,
  placeholder,
  without,
  withFile = false,
  onChoose,
  error,
}: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const search = useSearch(text);
  const combobox = useCombobox();
  const found = search.found.filter((one) => !without.includes(one.personId) && (!withFile || one.fileId));
  const nobody = search.asked && search.settled && found.length === 0 && search.error === null;
  const enter = useEnter({
    text,
    lines: found.map((one) => one.personId),
    settled: search.settled,
    selected: combobox.getSelectedOptionIndex,
    select: combobox.selectOption,
    hurry: search.hurry,
    choose,
  });

  useAnnounced(search, found.length);

  function choose(personId: string) {
    const chosen = found.find((one) => one.personId === personId);
    if (chosen) {
      onChoose(chosen);
      setText("");
      combobox.closeDropdown();
    }
  }

  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      position="bottom-start"
      middlewares={{ flip: false }}
      onOptionSubmit={choose}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={id}
          label={label}
          description={description}
          placeholder={placeholder}
          error={error}
          classNames={{ input: "personal" }}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            enter.onType();
          }}
          onKeyDownCapture={enter.onKeyDownCapture}
          onKeyUp={enter.onKeyUp}
          onFocus={() => text !== "" && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === "Escape" && combobox.dropdownOpened) {
              event.preventDefault();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={label} className={styles.options}>
          {found.map((one) => (
            <Combobox.Option key={one.personId} value={one.personId} className={styles.option}>
              <FoundPerson found={one} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {search.more && <p className={`quiet ${styles.hint}`}>{t("search.more")}</p>}
      </Combobox.Dropdown>
      {enter.waiting && <p className="quiet">{t("search.waiting")}</p>}
      {nobody && <p className="quiet">{t("search.nothing")}</p>}
      {search.asked && search.error !== null && <Trouble error={search.error} />}
    </Combobox>
  );
}

function Trouble({ error }: { error: unknown }) {
  return <p role="alert">{useProblemWords(asProblem(error)).text}</p>;
}
