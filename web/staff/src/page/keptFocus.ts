/**
 * Understands that whoever acts by keyboard stands somewhere afterwards. What they acted on goes with the act: the form is
 * closed, the line is gone, the button waits. A page that says where to go on keeps that; otherwise they stand at the heading
 * of the nearest part that is still there, and back at the button once it waits no longer. Whoever clicked beside everything
 * stands nowhere, as they wished.
 */
const HEADINGS = "h1, h2, h3, h4, h5, h6, legend";
const PARTS = "article, section, form, fieldset, dialog, [role=dialog], [role=group], [role=region], main";

/** Longer than a dialog takes to give the focus back, or a page to give it to what it has made. */
const PATIENCE_MS = 300;

export function keepFocus(page: Document): () => void {
  let last: HTMLElement | null = null;
  let around: Element[] = [];
  let waiting = 0;

  function remember({ target }: FocusEvent) {
    if (target instanceof HTMLElement && target !== page.body) {
      last = target;
      around = [...ancestors(target)];
    }
  }

  function look() {
    const nowhere = page.activeElement === null || page.activeElement === page.body;
    if (!nowhere || last === null) {
      return;
    }
    if (!last.isConnected) {
      const place = placeAmong(page, around);
      if (place) {
        stand(place);
      }
    } else if (last.dataset.waited && !last.matches(":disabled")) {
      delete last.dataset.waited;
      last.focus();
    }
  }

  const watch = new MutationObserver(() => {
    if (last?.isConnected && last.matches(":disabled")) {
      last.dataset.waited = "yes";
    }
    clearTimeout(waiting);
    waiting = window.setTimeout(look, PATIENCE_MS);
  });
  page.addEventListener("focusin", remember);
  watch.observe(page.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  return () => {
    clearTimeout(waiting);
    watch.disconnect();
    page.removeEventListener("focusin", remember);
  };
}

function* ancestors(element: Element) {
  for (let one = element.parentElement; one; one = one.parentElement) {
    yield one;
  }
}

/** The heading of the nearest part that is there, or of the page. */
function placeAmong(page: Document, around: readonly Element[]): HTMLElement | null {
  for (const part of around) {
    if (part.isConnected && part.matches(PARTS)) {
      const place = part.matches("[tabindex]:not(main)") ? part : part.querySelector(HEADINGS);
      if (place instanceof HTMLElement) {
        return place;
      }
    }
  }
  return page.querySelector("h1");
}

function stand(place: HTMLElement) {
  if (!place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
  }
  place.focus();
}
