import { useEffect, useState } from "react";
import { announce } from "../shell/announcer.tsx";

/**
 * Something that opens in place, such as a form: when it closes, what was done is said aloud, and the focus goes back to
 * where it was opened.
 */
export function useOpening<T>(closed: T, start: T, returnTo: () => HTMLElement | null | undefined) {
  const [open, setOpen] = useState<T>(start);
  const [times, setTimes] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes back each time that it was closed, and at no other
  useEffect(() => {
    if (times > 0) {
      returnTo()?.focus();
    }
  }, [times]);

  function close(said?: string) {
    if (said) {
      announce(said);
    }
    setOpen(closed);
    setTimes((last) => last + 1);
  }

  return { open, setOpen, close };
}
