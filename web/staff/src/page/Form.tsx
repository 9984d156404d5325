import { type ComponentPropsWithoutRef, type KeyboardEvent, useEffect, useRef } from "react";
import { leaving, miss } from "./unkept.ts";

interface Props extends Omit<ComponentPropsWithoutRef<"form">, "onSubmit"> {
  onSubmit: () => void;
  /** Leaves the form as it is; Escape does, once somebody has said that what was typed may go. */
  onCancel?: () => void;
  /** Nothing in it would be missed: a word that only confirms. */
  light?: boolean;
}

/** Every form but those of drafts: Ctrl+Enter sends it, and what was typed does not go without a question. */
export function Form({ onSubmit, onCancel, light = false, onKeyDown, ...rest }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => (form.current && !light ? miss(form.current) : undefined), [light]);

  function submit() {
    if (form.current && !pointAtUnreadable(form.current)) {
      onSubmit();
    }
  }

  function keyDown(event: KeyboardEvent<HTMLFormElement>) {
    onKeyDown?.(event);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      submit();
    } else if (onCancel && event.key === "Escape" && !event.defaultPrevented && !isOpenList(event.target)) {
      event.stopPropagation();
      leaving(onCancel, (one) => one === form.current);
    }
  }

  return (
    <form
      noValidate
      {...rest}
      ref={form}
      onKeyDown={keyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    />
  );
}

/** The way out of a form by its button: as Escape does. */
export function leaveForm(button: HTMLElement, go: () => void): void {
  const form = button.closest("form");
  leaving(go, (one) => one === form);
}

/** What cannot be read is not sent: its field says so, and takes the focus. */
export function pointAtUnreadable(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLInputElement>("[data-unreadable]");
  field?.dispatchEvent(new Event("invalid"));
  field?.focus();
  return field !== null;
}

/** Escape in a list of suggestions closes the list, not the form. */
export function isOpenList(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute("aria-expanded") === "true";
}
