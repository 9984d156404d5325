import { Readers } from "./readers.ts";

/**
 * Understands the forms whose text nothing keeps: what was typed into one is asked about before it goes, whatever takes it
 * away. Texts of a file are kept on their desks, and ask nothing.
 */
type Question = (stay: boolean) => void;

const started = new Map<HTMLFormElement, { values: string; touched: boolean }>();
const readers = new Readers();
let question: Question | undefined;

/** From now on, what is typed into this form is missed when it goes. */
export function miss(form: HTMLFormElement): () => void {
  const start = { values: valuesOf(form), touched: false };
  const touch = () => {
    start.touched = true;
  };
  started.set(form, start);
  form.addEventListener("input", touch);
  form.addEventListener("change", touch);
  return () => {
    started.delete(form);
    form.removeEventListener("input", touch);
    form.removeEventListener("change", touch);
  };
}

/** Whether somebody typed what would be lost. A single choice is made again at once, and is not missed. */
export function isMissed(form: HTMLFormElement): boolean {
  const start = started.get(form);
  return start?.touched === true && worthAsking(form) && valuesOf(form) !== start.values;
}

/** Goes on at once where nothing is lost by it; else somebody is asked first. */
export async function leaving(
  go: () => void,
  going: (form: HTMLFormElement) => boolean = () => true,
): Promise<void> {
  if (await mayLeave(going)) {
    go();
  }
}

export async function mayLeave(going: (form: HTMLFormElement) => boolean = () => true): Promise<boolean> {
  if (![...started.keys()].some((form) => going(form) && isMissed(form))) {
    return true;
  }
  question?.(true);
  return new Promise((resolve) => {
    question = (stay) => {
      question = undefined;
      readers.tell();
      resolve(!stay);
    };
    readers.tell();
  });
}

/** What waits for an answer, for who shows it. */
export const asked = () => question;

export const whenAsked = readers.subscribe;

const FIELDS = "input, textarea, select, [data-chosen]";
const TEXTS = "textarea, input:not([type=radio], [type=checkbox])";

function worthAsking(form: HTMLFormElement): boolean {
  const groups = new Set(
    [...form.querySelectorAll<HTMLInputElement>(FIELDS)].map((field) =>
      field.type === "radio" ? field.name : field,
    ),
  );
  return groups.size > 1 || form.querySelector(TEXTS) !== null;
}

function valuesOf(form: HTMLFormElement): string {
  return JSON.stringify(
    [...form.querySelectorAll<HTMLElement>(FIELDS)].map((field) => {
      if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
        return field.checked;
      }
      return "value" in field ? field.value : field.dataset.chosen;
    }),
  );
}

// The browser has words of its own for a tab that closes.
if (typeof window !== "undefined") {
  window.addEventListener("beforeunload", (event) => {
    if ([...started.keys()].some(isMissed)) {
      event.preventDefault();
    }
  });
}
