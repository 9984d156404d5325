/** Remembers that the reader has just changed pages, so that the next title takes the focus, once. */
let arriving = false;

export function arrive(): void {
  arriving = true;
}

export function takeArrival(): boolean {
  const now = arriving;
  arriving = false;
  return now;
}
