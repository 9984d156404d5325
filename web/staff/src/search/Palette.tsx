import { Combobox, Modal, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Found } from "../api/types.ts";
import { useProblemWords } from "../page/problemWords.ts";
import { useCommands } from "../shell/commands.tsx";
import { keyName } from "../shell/keys.ts";
import { useHasRole } from "../shell/session.tsx";
import type { TypedAhead } from "../shell/typedAhead.ts";
import { currentLanguage } from "../words/language.ts";
import { FoundPerson } from "./FoundPerson.tsx";
import { commandsMatching, isNamed } from "./matching.ts";
import styles from "./search.module.css";
import { carry } from "./sought.ts";
import { useAnnounced } from "./useAnnounced.ts";
import { useEnter } from "./useEnter.ts";
import { useSearch } from "./useSearch.ts";

const REGISTER = "register";
const ELSEWHERE = "elsewhere";

interface Props {
  /** What was typed while the palette was still to come. */
  typed: TypedAhead;
  onClose: () => void;
}

/** Ctrl+K: persons and commands, one field. */
export function Palette({ typed, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened onClose={onClose} size="xl" yOffset="10vh" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={t("search.title")}>
        <Lines typed={typed} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Lines({ typed, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reads = useHasRole("worker");
  const findsPersons = useHasRole("worker", "lead");
  const [text, setText] = useState(typed.text);
  const search = useFound(text, findsPersons, reads);
  const commands = commandsMatching(text, useCommands());
  const combobox = useCombobox({ opened: true });
  const field = useRef<HTMLInputElement>(null);
  // At once: whoever types right after Ctrl+K loses no letter.
  const takeFocus = useCallback((input: HTMLInputElement | null) => {
    field.current = input;
    input?.focus();
  }, []);
  const nobody = search.asked && search.settled && search.found.length === 0 && !search.error;
  const registers = nobody && reads;
  // Whom it finds may not be the one who is sought.
  const looks = reads && search.asked && search.settled && !search.error;
  // A command that is meant by its words comes before persons whose names only sound like them.
  const named = commands.length > 0 ? search.found.filter((one) => isNamed(text, one)) : search.found;
  const alike = search.found.filter((one) => !named.includes(one));
  const enter = useEnter({
    text,
    entered: typed.entered,
    lines: [
      ...named.map((one) => one.personId),
      ...commands.map((one) => one.id),
      ...alike.map((one) => one.personId),
      ...(registers ? [REGISTER] : []),
      ...(looks ? [ELSEWHERE] : []),
    ],
    settled: search.settled,
    selected: combobox.getSelectedOptionIndex,
    select: (place) => {
      combobox.selectOption(place);
      const line = document.querySelector(`#${combobox.listId} [data-combobox-selected]`);
      if (line) {
        field.current?.setAttribute("aria-activedescendant", line.id);
      }
    },
    hurry: search.hurry,
    choose,
  });

  useAnnounced(search, search.found.length);

  function choose(value: string) {
    onClose();
    const person = search.found.find((one) => one.personId === value);
    if (value === REGISTER) {
      navigate({ to: "/persons/new" });
    } else if (value === ELSEWHERE) {
      carry(text);
      navigate({ to: "/elsewhere" });
    } else if (person?.fileId) {
      navigate({ to: reads ? "/files/$fileId" : "/unit/$fileId", params: { fileId: person.fileId } });
    } else if (person) {
      navigate({ to: "/persons/$personId", params: { personId: person.personId } });
    } else {
      commands.find((command) => command.id === value)?.run();
    }
  }

  return (
    <div onKeyDownCapture={(event) => event.key === "Escape" && onClose()}>
      <Combobox store={combobox} onOptionSubmit={choose}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            className={styles.field}
            classNames={{ input: `personal ${styles.input}` }}
            data-autofocus
            ref={takeFocus}
            aria-label={t("search.title")}
            placeholder={t(findsPersons ? "search.placeholder" : "search.commandsOnly")}
            autoComplete="off"
            spellCheck={false}
            leftSection={<IconSearch size={20} aria-hidden />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              enter.onType();
            }}
            onKeyDownCapture={enter.onKeyDownCapture}
            onKeyUp={enter.onKeyUp}
          />
        </Combobox.EventsTarget>
        {findsPersons && !search.asked && <p className={`quiet ${styles.hint}`}>{t("search.hint")}</p>}
        {search.asked && search.error !== null && <SearchTrouble error={search.error} />}
        {nobody && <p className={styles.hint}>{t("search.nothing")}</p>}
        {enter.waiting && <p className={`quiet ${styles.hint}`}>{t("search.waiting")}</p>}
        <Combobox.Options className={styles.options} aria-label={t("search.title")}>
          <Persons label={t("search.persons")} found={named} />
          {commands.length > 0 && (
            <Combobox.Group label={t("search.commands")} classNames={{ groupLabel: styles.group }}>
              {commands.map((command) => (
                <Combobox.Option key={command.id} value={command.id} className={styles.option}>
                  {command.label}
                  {command.press && <kbd>{keyName(command.press, currentLanguage())}</kbd>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          <Persons label={t("search.alike")} found={alike} />
          {search.more && <p className={`quiet ${styles.hint}`}>{t("search.more")}</p>}
          {registers && (
            <Combobox.Option value={REGISTER} className={styles.option}>
              {t("search.register")}
            </Combobox.Option>
          )}
          {looks && (
            <Combobox.Option value={ELSEWHERE} className={styles.option}>
              {t("search.elsewhere.title")}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox>
    </div>
  );
}

/** Who leads answers for files and reads none: a person without a file is nothing they could open. */
function useFound(text: string, enabled: boolean, reads: boolean) {
  const search = useSearch(text, enabled);
  return reads ? search : { ...search, found: search.found.filter((one) => one.fileId) };
}

function Persons({ label, found }: { label: string; found: readonly Found[] }) {
  return (
    found.length > 0 && (
      <Combobox.Group label={label} classNames={{ groupLabel: styles.group }}>
        {found.map((one) => (
          <Combobox.Option key={one.personId} value={one.personId} className={styles.option}>
            <FoundPerson found={one} />
          </Combobox.Option>
        ))}
      </Combobox.Group>
    )
  );
}

function SearchTrouble({ error }: { error: unknown }) {
  const words = useProblemWords(asProblem(error));
  return (
    <p className={styles.hint} role="alert">
      {words.title}. {words.text}
    </p>
  );
}
