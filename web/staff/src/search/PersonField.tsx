import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Found } from "../api/types.ts";
import { useProblemWords } from "../page/problemWords.ts";
import { announce } from "../shell/announcer.tsx";
import { FoundPerson } from "./FoundPerson.tsx";
import styles from "./search.module.css";
import { useSearch } from "./useSearch.ts";

interface Props {
  id: string;
  label: string;
  description?: string;
  error?: string | undefined;
  onChoose: (found: Found) => void;
  /** Whom it makes no sense to choose. */
  without?: readonly string[];
  /** Only persons who have a file. */
  withFile?: boolean;
}

/** Chooses a person by a name half remembered, as the palette does. */
export function PersonField({
  id,
  label,
  description,
  error,
  onChoose,
  without = [],
  withFile = false,
}: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const search = useSearch(text);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = search.found.filter((one) => !without.includes(one.personId) && (!withFile || one.fileId));
  const ids = found.map((one) => one.personId).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first line is chosen anew whenever other lines are shown
  useEffect(() => {
    if (ids) {
      combobox.selectFirstOption();
    }
  }, [ids]);

  useEffect(() => {
    if (search.asked && search.settled) {
      announce(t("search.count", { count: found.length }));
    }
  }, [search.asked, search.settled, found.length, t]);

  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      position="bottom-start"
      middlewares={{ flip: false }}
      onOptionSubmit={(value) => {
        const one = found.find((each) => each.personId === value);
        if (one) {
          onChoose(one);
          setText("");
          combobox.closeDropdown();
        }
      }}
    >
      <Combobox.Target>
        <TextInput
          id={id}
          label={label}
          description={description}
          error={error}
          classNames={{ input: "personal" }}
          placeholder={t("search.placeholder")}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!search.asked}>
        <Combobox.Options aria-label={label}>
          {found.map((one) => (
            <Combobox.Option key={one.personId} value={one.personId} className={styles.option}>
              <FoundPerson found={one} />
            </Combobox.Option>
          ))}
          {search.settled && found.length === 0 && !search.error && (
            <Combobox.Empty>{t("search.nobody")}</Combobox.Empty>
          )}
          {search.error !== null && <SearchTrouble error={search.error} />}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function SearchTrouble({ error }: { error: unknown }) {
  const { title } = useProblemWords(asProblem(error));
  return <Combobox.Empty>{title}</Combobox.Empty>;
}
