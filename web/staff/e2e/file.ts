import type { Page } from "playwright-core";

/** What journeys on a file share: a new one by keyboard, and a name nobody has. */
export function newName(start: string): string {
  const letters = Date.now().toString(36) + Math.random().toString(36).slice(2, 5);
  return start + letters.replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
}

/** Registers somebody from the palette, and stands on their empty file. */
export async function registerByKeyboard(page: Page, name: string): Promise<string> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Rechercher une personne ou une commande" }).waitFor();
  await page.keyboard.type("nouvelle personne");
  await page.getByRole("option", { name: "Nouvelle personne" }).waitFor();
  await page.keyboard.press("Enter");
  const field = page.getByLabel("Nom de famille");
  await field.waitFor();
  await field.press("End");
  await page.keyboard.type(name);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: name.toUpperCase() }).waitFor();
  await page.getByText("Pas encore de contact").waitFor();
  return new URL(page.url()).pathname;
}

/** N, the text, Ctrl+Enter: and the contact stands in the file, recorded. */
export async function writeContact(page: Page, text: string): Promise<void> {
  await page.keyboard.press("n");
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  const contact = page.getByRole("article").filter({ hasText: text });
  await contact.waitFor();
  await contact.getByRole("button", { name: "Corriger" }).waitFor();
}

/** Tab until the focus stands on what has this name. */
export async function tabTo(page: Page, name: string | RegExp, most = 40): Promise<void> {
  for (let at = 0; at < most; at++) {
    await page.keyboard.press("Tab");
    const named = await page.evaluate(() => {
      const held = document.activeElement as HTMLElement | null;
      const label = (held as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (held?.getAttribute("aria-label") ?? label ?? held?.textContent ?? "").trim();
    });
    if (typeof name === "string" ? named.startsWith(name) : name.test(named)) {
      return;
    }
  }
  throw new Error(`no way by Tab to ${name}`);
}
