import type { Locator, Page } from "playwright-core";

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
