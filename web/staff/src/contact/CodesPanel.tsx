import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../api/types.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { useEnter } from "../search/useEnter.ts";
import { written } from "../words/written.ts";
import { BothCodings } from "./BothCodings.tsx";
import styles from "./contact.module.css";
import { meantBy } from "./meant.ts";
import { useNomenclature } from "./nomenclature.ts";
import { suggestedFor } from "./suggestions.ts";
import { useCoding } from "./useCoding.ts";

const MOST = 12;

interface Props {
  fileId: string;
  contact: Pick<Contact, "contactId" | "text" | "codingId" | "codes">;
  onClose: () => void;
}

/**
 * Codes after the fact: one word, one key each. What is chosen is saved at once; what the text suggests is only offered.
 */
export function CodesPanel({ fileId, contact, onClose }: Props) {
  const { t } = useTranslation();
  const catalogue = useNomenclature();
  const coding = useCoding(fileId, contact);
  const { codes, problem } = coding;
  const [search, setSearch] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const combobox = useCombobox();
  const id = useId();
  const items = written(search)
    ? meantBy(search, catalogue)
        .filter((item) => !codes.includes(item.code))
        .slice(0, MOST)
    : [];
  const suggested = suggestedFor(contact.text ?? "", catalogue, codes);

  useEffect(() => field.current?.focus(), []);

  function choose(next: string[], said: string) {
    field.current?.focus();
    coding.choose(next, said);
  }

  function labelOf(code: string) {
    return catalogue.find((item) => item.code === code)?.label ?? code;
  }

  const add = (code: string) => {
    setSearch("");
    combobox.closeDropdown();
    choose([...codes, code], t("contact.codes.added", { label: labelOf(code) }));
  };

  const enter = useEnter({
    text: search,
    lines: items.map((item) => item.code),
    settled: catalogue.length > 0,
    selected: combobox.getSelectedOptionIndex,
    select: combobox.selectOption,
    hurry: () => {},
    choose: add,
  });

  if (coding.both) {
    return (
      <section className={styles.panel} aria-label={t("contact.codes.title")}>
        <BothCodings
          {...coding.both}
          onChoose={(chosen) => coding.settle(chosen, t("contact.bothCodings.settled"))}
        />
      </section>
    );
  }
  return (
    <section
      className={styles.panel}
      aria-label={t("contact.codes.title")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented && !combobox.dropdownOpened) {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      {problem && <ProblemNotice problem={problem} title={t("contact.codes.notSaved")} />}
      {codes.length > 0 && (
        <ul className={styles.chips} aria-label={t("contact.codes.chosen")}>
          {codes.map((code) => (
            <li key={code}>
              <button
                type="button"
                className={styles.chip}
                onClick={() =>
                  choose(
                    codes.filter((other) => other !== code),
                    t("contact.codes.removed", { label: labelOf(code) }),
                  )
                }
              >
                <span className="visually-hidden">{t("contact.codes.remove")} </span>
                <span className="personal">{labelOf(code)}</span>
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        store={combobox}
        withinPortal={false}
        position="bottom-start"
        middlewares={{ flip: false }}
        onOptionSubmit={add}
      >
        <Combobox.Target>
          <TextInput
            ref={field}
            id={id}
            label={t("contact.codes.search")}
            description={t("contact.codes.help")}
            placeholder={t("contact.codes.placeholder")}
            classNames={{ input: "personal" }}
            autoComplete="off"
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              combobox.openDropdown();
              enter.onType();
            }}
            onKeyDownCapture={enter.onKeyDownCapture}
            onKeyUp={enter.onKeyUp}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!written(search)}>
          <Combobox.Options aria-label={t("contact.codes.search")}>
            {items.map((item) => (
              <Combobox.Option key={item.code} value={item.code}>
                <span className={styles.codeOption}>
                  <span>{item.label}</span>
                  <span className="quiet">
                    {item.areaLabel}, {item.code}
                  </span>
                </span>
              </Combobox.Option>
            ))}
            {items.length === 0 && catalogue.length > 0 && (
              <Combobox.Empty>{t("contact.codes.none")}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {suggested.length > 0 && (
        <div className={styles.suggested}>
          <span className="quiet" id={`${id}-suggested`}>
            {t("contact.codes.suggested")}
          </span>
          <ul className={styles.chips} aria-labelledby={`${id}-suggested`}>
            {suggested.map((item) => (
              <li key={item.code}>
                <button type="button" className={styles.offer} onClick={() => add(item.code)}>
                  <IconPlus size={16} aria-hidden />
                  <span className="visually-hidden">{t("contact.codes.add")} </span>
                  <span className="personal">{item.label}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <button type="button" className={styles.done} onClick={onClose}>
          {t("contact.done")}
        </button>
      </div>
    </section>
  );
}
