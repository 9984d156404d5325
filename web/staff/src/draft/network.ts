/** Understands when it is worth asking the network again. */
const PATIENCE_MS = 4_000;

/** Resolves when the browser says that the network is back, or after a while: the browser does not know everything. */
export function networkBack(): Promise<void> {
  return new Promise((resolve) => {
    function go() {
      window.removeEventListener("online", go);
      clearTimeout(timer);
      resolve();
    }
    window.addEventListener("online", go);
    const timer = setTimeout(go, PATIENCE_MS);
  });
}
