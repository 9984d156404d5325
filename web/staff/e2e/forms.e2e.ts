import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, openBrowser, openPage, signIn } from "./browser.ts";
import { newName } from "./file.ts";
import { command, registerSomebody } from "./keyboard.ts";
import { send } from "./services.ts";

/** Where somebody's day starts who does not begin at the worker's first page, as it is called. */
const startOf = { "worker-north": "Accueil", lead: "Circonscription", "retention-admin": "Échéances" };

/** Forms that no draft keeps: whatever takes one away, what was typed into it does not go without a question. */
interface Walked {
  /** Where the form stands. */
  at: (file: string) => string;
  as?: keyof typeof startOf;
  /** The button that opens it, where it is not open already. */
  opens?: string | RegExp;
  /** What is done in it that would be missed, and what then stands there. */
  field: string | RegExp;
  /** The way out that the form itself has. */
  cancel?: boolean;
}

const walked: Record<string, Walked> = {
  "person/PersonForm.tsx": { at: () => "/persons/new", field: "Prénom" },
  "person/IdentityPage.tsx": { at: (file) => `${file}/identity`, field: "Prénom" },
  "household/AddMember.tsx": {
    at: (file) => `${file}/household`,
    opens: "Ajouter quelqu’un",
    field: /Lien/,
    cancel: true,
  },
  "contact/WithdrawalPanel.tsx": {
    at: (file) => file,
    opens: "Pas à sa place",
    field: "Précision (facultatif)",
    cancel: true,
  },
  "reported/ExceptionForm.tsx": {
    at: (file) => file,
    opens: "Ne pas l’informer",
    field: "En quoi ce motif s’applique ici",
    cancel: true,
  },
  "referral/AnswerForm.tsx": {
    at: (file) => file,
    opens: "Noter une réponse",
    field: "Ce qui a été répondu",
    cancel: true,
  },
  "search/ElsewherePage.tsx": { at: () => "/elsewhere", field: "Nom et prénom, date de naissance" },
  "access/RefusedFile.tsx": { at: (file) => file, as: "worker-north", field: "En une phrase" },
  "unit/ReadingForm.tsx": {
    at: (file) => file.replace("/files/", "/unit/"),
    as: "lead",
    opens: "Écarter quelqu’un…",
    field: "Précision, si elle est utile",
    cancel: true,
  },
  "hold/PlaceForm.tsx": {
    at: () => "/holds",
    as: "retention-admin",
    opens: "Poser une suspension",
    field: "Numéro complet de la personne",
    cancel: true,
  },
};

/** The same form with other words, or of one choice, of which nothing is missed. */
const likeThese: Record<string, string> = {
  "household/SplitForm.tsx": "AddMember: the panel",
  "household/DepartureForm.tsx": "AddMember: the panel",
  "household/RelationForm.tsx": "AddMember: the panel",
  "reported/NoticeForm.tsx": "ExceptionForm: the panel",
  "reported/ReviewForm.tsx": "ExceptionForm: the panel",
  "merge/MergeForm.tsx": "nothing is typed",
  "consent/GrantForm.tsx": "one choice, or two by the same Form",
  "consent/WithdrawForm.tsx": "nothing is typed",
  "unit/ExclusionForm.tsx": "ReadingForm",
  "unit/RestrictionForm.tsx": "ReadingForm",
  "unit/ClosingPart.tsx": "one choice",
  "unit/AssignPart.tsx": "one choice",
  "unit/TransferPart.tsx": "two choices, by the same Form",
  "erasure/ChosenBar.tsx": "one choice",
  "erasure/RefusalForm.tsx": "one choice",
  "erasure/TypedNumber.tsx": "a number that only confirms",
  "epoch/RotateForm.tsx": "nothing is typed",
  "failed/PassOverForm.tsx": "nothing is typed",
  "hold/ReassessForm.tsx": "PlaceForm: the panel",
  "hold/ReleaseForm.tsx": "one choice",
};

test("every form of the source is either walked here, or like one that is", () => {
  const source = new URL("../src/", import.meta.url);
  const forms = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (name) =>
      name.endsWith(".tsx") &&
      !name.startsWith("page/") &&
      /<(Form|PanelForm|ReadingForm)\s/.test(readFileSync(new URL(name, source), "utf8")),
  );
  expect(forms.sort()).toEqual([...Object.keys(walked), ...Object.keys(likeThese)].sort());
});

describe("what was typed into a form that no draft keeps", () => {
  let browser: Browser;
  let file = "";
  const pages: Partial<Record<string, Page>> = {};

  beforeAll(async () => {
    browser = await openBrowser();
    const { page } = await openPage(browser);
    pages.worker = page;
    await registerSomebody(page, newName("Roudaut"));
    file = new URL(page.url()).pathname;
    await send(page, "POST", `/api/cases${file}/contacts`, { date: "2025-01-06", text: "Un passage." });
    await send(page, "POST", `/api/cases${file}/third-party`, {
      receivedOn: "2025-01-07",
      text: "Des cris.",
      reliability: "unverified",
      source: { kind: "neighbour" },
    });
    await send(page, "POST", `/api/cases${file}/referrals`, {
      recipient: "home-help",
      compartments: ["identity"],
      text: "Une demande.",
      date: "2025-01-08",
      followUpOn: "2099-01-08",
    });
  });
  afterAll(() => browser.close());

  async function pageOf(account: string): Promise<Page> {
    const known = pages[account];
    if (known) {
      return known;
    }
    const { page } = await openPage(browser);
    pages[account] = page;
    await signIn(page, account);
    return page;
  }

  for (const [source, form] of Object.entries(walked)) {
    test(`is asked about before it goes: ${source}`, async () => {
      const page = await pageOf(form.as ?? "worker");
      await page.goto(base);
      await page.getByRole("navigation", { name: "Navigation principale" }).waitFor();
      // Within the page: the browser's own buttons then lead back within it too.
      await page.evaluate((to) => {
        const { __TSR_index: index } = window.history.state as { __TSR_index: number };
        window.history.pushState({ __TSR_index: index + 1 }, "", to);
      }, form.at(file));
      if (form.opens) {
        await page.getByRole("button", { name: form.opens }).first().click();
      }
      const field = page.locator("form").getByLabel(form.field).first();
      await field.fill("Léonie");
      const stands = () => field.inputValue();
      const before = await stands();
      const question = page.getByRole("dialog", { name: "Quitter sans enregistrer ?" });
      const stay = async () => {
        await question.waitFor();
        await page.keyboard.press("Enter");
        await question.waitFor({ state: "detached" });
        expect(await stands()).toBe(before);
      };

      await page.getByRole("navigation").getByRole("link").first().click();
      await stay();
      await command(page, form.as ? startOf[form.as] : "Accueil");
      await stay();
      await page.goBack();
      await stay();
      await page.goBack();
      await question.waitFor();
      await page.keyboard.press("Escape");
      await question.waitFor({ state: "detached" });
      expect(await stands()).toBe(before);
      if (form.cancel) {
        await field.focus();
        await page.keyboard.press("Escape");
        await stay();
        await page
          .locator("form")
          .getByRole("button", { name: /^(Annuler|Revenir|Laisser en place)$/ })
          .click();
        await stay();
      }
      const closing = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      const dialog = await closing;
      expect(dialog.type()).toBe("beforeunload");
      await dialog.dismiss();
      expect(await stands()).toBe(before);

      await page.getByRole("navigation").getByRole("link").first().click();
      await question.getByRole("button", { name: "Quitter sans enregistrer" }).click();
      await field.waitFor({ state: "detached" });
      await page.goto(base);
    });
  }

  test("goes without a question where nothing was typed, or it was taken back", async () => {
    const page = await pageOf("worker");
    await page.goto(`${base}${file}/identity`);
    await page.getByLabel("Prénom").fill("Anna");
    await page.getByLabel("Prénom").fill("");
    await page.getByRole("link", { name: "Accueil" }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
  });

  test("goes without a question once it is saved", async () => {
    const page = await pageOf("worker");
    await page.goto(`${base}${file}/identity`);
    await page.getByLabel("Prénom").fill("Anna");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: /Anna/ }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});
