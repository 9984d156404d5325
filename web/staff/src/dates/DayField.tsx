import { TextInput, type TextInputProps } from "@mantine/core";
import { type FocusEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../shell/announcer.tsx";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import { weekdayInFull } from "./days.ts";
import { isAge, isDay, isYear, readAge, readDay, readYear, writeDay } from "./typed.ts";

interface Props extends Omit<TextInputProps, "value" | "onChange" | "max" | "description"> {
  /** A day as the services write it; nothing; or what was typed and cannot be read. */
  value: string;
  onChange: (day: string) => void;
  max?: string;
  /** Whether the day says something about a person, and is hidden with the rest. */
  personal?: boolean;
  /** Whether a year alone is enough, or an age that leads to one; the value is then the year in four digits. */
  orYear?: boolean;
}

/**
 * A day, typed as the language of the interface writes it; below it stands how it was understood, with its weekday. What
 * cannot be read stays as it was typed, and its form is not sent with it.
 */
export function DayField({ value, onChange, max, personal = false, orYear = false, error, ...rest }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const [typed, setTyped] = useState(writeDay(value));
  const [left, setLeft] = useState(true);
  const frame = { language, today, max };
  const readBirth = (text: string) => (orYear ? (readYear(text) ?? readAge(text, today)) : undefined);
  const read = (text: string) => readDay(text, frame) ?? readBirth(text) ?? text.trim();
  // Changed from outside, as when a draft comes back: what was typed stands for another day.
  const shown = read(typed) === value ? typed : writeDay(value);
  const isRead = isDay(value) || (orYear && isYear(value));
  const unreadable = value !== "" && !isRead;
  const fromAge = orYear && isAge(shown);
  const words = understood();

  function understood() {
    if (isDay(value)) {
      return weekdayInFull(value, language);
    }
    if (isRead) {
      return t(fromAge ? "dates.aboutYear" : "dates.inYear", { year: value });
    }
    return t(orYear ? "dates.formatOrYear" : "dates.format");
  }

  function unread() {
    if (fromAge) {
      return "dates.nobodysAge";
    }
    return orYear ? "dates.unreadableOrYear" : "dates.unreadable";
  }

  function leave(event: FocusEvent<HTMLInputElement>) {
    rest.onBlur?.(event);
    setLeft(true);
    if (isRead) {
      // An age stays as it was said: the year alone would look as if it were known.
      setTyped(fromAge ? shown.trim() : writeDay(value));
      if (shown !== writeDay(value)) {
        announce(words);
      }
    }
  }

  return (
    <TextInput
      autoComplete="off"
      spellCheck={false}
      {...rest}
      classNames={{
        input: personal ? "number personal" : "number",
        ...(personal && isRead ? { description: "personal" } : {}),
      }}
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={words}
      error={unreadable && left ? t(unread()) : error}
      data-unreadable={unreadable || undefined}
      value={shown}
      onInvalid={() => setLeft(true)}
      onBlur={leave}
      onChange={(event) => {
        setLeft(false);
        setTyped(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}
