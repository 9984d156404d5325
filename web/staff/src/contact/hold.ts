/** Gives the focus to an entry of the timeline whose content has just changed under it. */
export function holdEntry(id: string): void {
  document.getElementById(id)?.querySelector("article")?.focus();
}
