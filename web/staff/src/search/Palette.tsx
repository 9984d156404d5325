import { Combobox, Modal, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { useProblemWords } from "../page/problemWords.ts";
import { announce } from "../shell/announcer.tsx";
import { useCommands } from "../shell/commands.tsx";
import { keyName } from "../shell/keys.ts";
import { useHasRole } from "../shell/session.tsx";
import { FoundPerson } from "./FoundPerson.tsx";
import { commandsMatching } from "./matching.ts";
import styles from "./search.module.css";
import { useSearch } from "./useSearch.ts";

const REGISTER = "register";

/** Ctrl+K: persons and commands, one field. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened onClose={onClose} size="xl" yOffset="10vh" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={t("search.title")}>
        <Lines onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Lines({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const findsPersons = useHasRole("worker");
  const [text, setText] = useState("");
  const search = useSearch(text, findsPersons);
  const commands = commandsMatching(text, useCommands());
  const combobox = useCombobox({ opened: true });
  const field = useRef<HTMLInputElement>(null);
  // At once: whoever types right after Ctrl+K loses no letter.
  const takeFocus = useCallback((input: HTMLInputElement | null) => {
    field.current = input;
    input?.focus();
  }, []);
  const nobody = search.asked && search.settled && search.found.length === 0 && !search.error;
  const shown = [...search.found.map((one) => one.personId), ...commands.map((one) => one.id)].join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first line is chosen anew whenever other lines are shown
  useEffect(() => {
    const first = combobox.selectFirstOption();
    if (first) {
      field.current?.setAttribute("aria-activedescendant", first);
    }
  }, [shown, nobody]);

  useEffect(() => {
    if (search.asked && search.settled) {
      announce(t("search.count", { count: search.found.length }));
    }
  }, [search.asked, search.settled, search.found.length, t]);

  function choose(value: string) {
    onClose();
    const person = search.found.find((one) => one.personId === value);
    if (value === REGISTER) {
      navigate({ to: "/persons/new" });
    } else if (person?.fileId) {
      navigate({ to: "/files/$fileId", params: { fileId: person.fileId } });
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
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        {findsPersons && !search.asked && <p className={`quiet ${styles.hint}`}>{t("search.hint")}</p>}
        {search.asked && search.error !== null && <SearchTrouble error={search.error} />}
        {nobody && <p className={styles.hint}>{t("search.nothing")}</p>}
        <Combobox.Options className={styles.options} aria-label={t("search.title")}>
          {search.found.length > 0 && (
            <Combobox.Group label={t("search.persons")} classNames={{ groupLabel: styles.group }}>
              {search.found.map((found) => (
                <Combobox.Option key={found.personId} value={found.personId} className={styles.option}>
                  <FoundPerson found={found} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {commands.length > 0 && (
            <Combobox.Group label={t("search.commands")} classNames={{ groupLabel: styles.group }}>
              {commands.map((command) => (
                <Combobox.Option key={command.id} value={command.id} className={styles.option}>
                  {command.label}
                  {command.press && <kbd>{keyName(command.press)}</kbd>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {nobody && (
            <Combobox.Option value={REGISTER} className={styles.option}>
              {t("search.register")}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox>
    </div>
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
