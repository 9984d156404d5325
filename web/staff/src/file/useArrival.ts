import { useEffect, useRef } from "react";

const FIELDS = "input, textarea, select, [contenteditable]";

/**
 * Gives the focus to what shall stand on the page, once it does. Whoever went elsewhere while they waited for it stays
 * there, and nobody is taken away from what they write.
 */
export function useArrival(): (find: () => HTMLElement | undefined) => void {
  const awaited = useRef<{ find: () => HTMLElement | undefined; from: Element | null }>(undefined);

  useEffect(() => {
    const { find, from } = awaited.current ?? {};
    const held = document.activeElement;
    if (!find) {
      return;
    }
    if ((held !== from && held !== document.body) || held?.matches(FIELDS)) {
      awaited.current = undefined;
      return;
    }
    const article = find();
    if (article) {
      awaited.current = undefined;
      reach(article);
    }
  });

  return (find) => {
    awaited.current = { find, from: document.activeElement };
  };
}

export function reach(article: HTMLElement | undefined): void {
  article?.focus();
  article?.scrollIntoView({ block: "nearest" });
}
