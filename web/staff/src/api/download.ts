import { saveAs } from "../page/saveAs.ts";
import { currentLanguage } from "../words/language.ts";
import { offline, problemOf } from "./problem.ts";

/** Fetches a document as the service writes it, and hands it to the browser; its name holds codes and numbers only. */
export async function download(address: string, mediaType: string, name: string): Promise<void> {
  const response = await fetch(address, {
    headers: { Accept: mediaType, "Accept-Language": currentLanguage() },
  }).catch(() => {
    throw offline();
  });
  if (!response.ok) {
    throw problemOf(response, await response.json().catch(() => undefined));
  }
  saveAs(name, await response.blob());
}
