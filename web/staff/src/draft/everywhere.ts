import { draftsThere } from "./there.ts";
import { allHere } from "./vault.ts";

/** One line for each text, whether it is kept here, on the server or in both places. */
export async function draftsEverywhere() {
  const [there, here] = await Promise.all([draftsThere(), allHere().catch(() => [])]);
  const known = new Set(there.map((one) => `${one.fileId}/${one.kind}`));
  return [...there, ...here.filter((one) => !known.has(`${one.fileId}/${one.kind}`))].sort((a, b) =>
    b.savedAt.localeCompare(a.savedAt),
  );
}
