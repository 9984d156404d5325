import type { Locator, Page } from "playwright-core";
import { signIn } from "./browser.ts";

/** What hands can do without a mouse: move the focus with Tab until it is where it is wanted. */
const FARTHEST = 150;

export async function focusOn(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < FARTHEST; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    // A group of radio buttons is one stop; the arrows move within it.
    const within = await target.evaluate(
      (element) =>
        element instanceof HTMLInputElement &&
        element.type === "radio" &&
        document.activeElement instanceof HTMLInputElement &&
        document.activeElement.name === element.name,
    );
    await page.keyboard.press(within ? "ArrowDown" : "Tab");
  }
  throw new Error(`${target} cannot be reached by keyboard`);
}

/** Tabs to a control and presses Enter. */
export async function activate(page: Page, role: "button" | "link", name: string | RegExp): Promise<void> {
  const exact = typeof name === "string";
  await focusOn(page, page.getByRole(role, { name, exact }).first());
  await page.keyboard.press("Enter");
}

export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await focusOn(page, target);
  await page.keyboard.press(key);
}

/** Ctrl+K, the words of a command, down to it, Enter. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").waitFor();
  await page.keyboard.type(words);
  await choose(page, page.getByRole("dialog").getByRole("option", { name: words }).first());
}

/** Down to one line of an open list, and Enter. */
export async function choose(page: Page, option: Locator): Promise<void> {
  await option.waitFor();
  for (let presses = 0; presses < FARTHEST; presses++) {
    if ((await option.getAttribute("data-combobox-selected")) !== null) {
      await page.keyboard.press("Enter");
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the list does not lead to ${option}`);
}

/** A name that nobody else has, in letters only. */
export function unheard(stem: string): string {
  const letters = Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
  return `${stem}${letters}`;
}

/** Signs in as a worker and registers somebody; ends on their empty file. */
export async function registerSomebody(page: Page, familyName: string, givenName = ""): Promise<void> {
  await signIn(page, "worker", "/persons/new");
  await page.getByRole("heading", { level: 1, name: "Nouvelle personne" }).waitFor();
  await focusOn(page, page.getByLabel("Nom de famille"));
  await page.keyboard.type(familyName);
  if (givenName) {
    await focusOn(page, page.getByLabel("Prénom", { exact: true }));
    await page.keyboard.type(givenName);
  }
  await page.keyboard.press("Control+Enter");
  await page.getByText("Pas encore de contact").waitFor();
}
