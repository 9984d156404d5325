/**
 * Understands what is typed for a field that is still on its way: letters pressed right after the key that opens it belong
 * to it, and to nothing that stands on the page.
 */
export interface TypedAhead {
  text: string;
  /** Whether Enter followed the text. */
  entered: boolean;
}

export const NOTHING_TYPED: TypedAhead = { text: "", entered: false };

/** Collects until told to stop; what was collected is the answer, or nothing at all after Escape. */
export function typeAhead(): () => TypedAhead | undefined {
  let typed: TypedAhead | undefined = NOTHING_TYPED;

  function onKeyDown(event: KeyboardEvent) {
    if (!typed || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const next = after(typed, event.key);
    if (next !== typed) {
      typed = next;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  window.addEventListener("keydown", onKeyDown, { capture: true });
  return () => {
    window.removeEventListener("keydown", onKeyDown, { capture: true });
    return typed;
  };
}

/** What there is after one more key; the same when it means nothing to a field. */
export function after(typed: TypedAhead, key: string): TypedAhead | undefined {
  switch (key) {
    case "Escape":
      return undefined;
    case "Enter":
      return { ...typed, entered: true };
    case "Backspace":
      return { text: [...typed.text].slice(0, -1).join(""), entered: false };
    default:
      return [...key].length === 1 ? { text: typed.text + key, entered: false } : typed;
  }
}
