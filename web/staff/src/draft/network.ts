/** Understands when it is worth asking the network again. */
const PATIENCE_MS = 4_000;

/**
 * Resolves when the browser says that the network is back, when the reader comes back to the page (having signed in again
 * in another tab, perhaps), or after a while.
 */
export function networkBack(): Promise<void> {
  return new Promise((resolve) => {
    function go() {
      window.removeEventListener("online", go);
      window.removeEventListener("focus", go);
      clearTimeout(timer);
      resolve();
    }
    window.addEventListener("online", go);
    window.addEventListener("focus", go);
    const timer = setTimeout(go, PATIENCE_MS);
  });
}
