/**
 * Remembers that the reader has just changed pages, so that the next title takes the focus, once, unless the reader has
 * meanwhile gone on.
 */
const PATIENCE_MS = 15_000;
let arrivedAt = Number.NEGATIVE_INFINITY;

export function arrive(): void {
  arrivedAt = performance.now();
}

export function takeArrival(): boolean {
  const recent = performance.now() - arrivedAt < PATIENCE_MS;
  arrivedAt = Number.NEGATIVE_INFINITY;
  return recent;
}

/** The title takes the focus if nothing else has it. */
export function focusTitle(): void {
  if (document.activeElement === document.body) {
    document.querySelector("h1")?.focus();
  }
}

/** When the title was already there and nothing has the focus, the title takes it. */
export function settleFocus(): void {
  const title = document.querySelector("h1");
  if (title && document.activeElement === document.body && takeArrival()) {
    title.focus();
  }
}
