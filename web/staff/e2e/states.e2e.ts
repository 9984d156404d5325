import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { base, expectAccessible, expectNoViolation, openBrowser, openPage, read, signIn } from "./browser.ts";
import { newName, writeContact } from "./file.ts";
import { activate, registerSomebody } from "./keyboard.ts";
import { type Refusal, refuse, send } from "./services.ts";

/**
 * Each screen in each state in which somebody may find it. What would take minutes to bring about is answered in the
 * browser, word for word as the services answer; that they do is proven where they are tested.
 */
const UNEXPECTED: Refusal = {
  status: 500,
  code: "unexpected",
  title: "Erreur inattendue",
  detail: "La demande n’a pas pu être traitée. L’incident est consigné.",
};
const REFERENCE = "7bb7641f-8e2a-4a27-80e4-04e2597ee445";
const HELENE = { id: "1e7e0000-0000-4000-8000-000000000004", name: "Hélène Duval" };

let browser: Browser;
let claire: Page;
let yanis: Page;
let lead: Page;
let file: string;

beforeAll(async () => {
  browser = await openBrowser();
  [claire, yanis, lead] = (await Promise.all([1, 2, 3].map(async () => (await openPage(browser)).page))) as [
    Page,
    Page,
    Page,
  ];
  await registerSomebody(claire, newName("Audierne"));
  file = new URL(claire.url()).pathname;
  await signIn(yanis, "worker-north");
  await signIn(lead, "lead");
});
afterEach(async () => {
  await claire.context().setOffline(false);
  await Promise.all([claire, lead].map((page) => page.unrouteAll({ behavior: "ignoreErrors" })));
});
afterAll(() => browser.close());

/** One title, and nothing that axe finds, in both languages. */
async function sound(page: Page, screen: string) {
  expect(await page.getByRole("heading", { level: 1 }).count(), `titles of ${screen}`).toBe(1);
  await expectAccessible(page, screen);
}

const title = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

async function open(page: Page, path: string) {
  await page.goto(base + path);
}

/** The file as it is answered, and nothing below it. */
const theFile = () => new RegExp(`/api/cases${file}(\\?|$)`);

describe("empty", () => {
  test("a new file says how to write the first contact", async () => {
    await open(claire, file);
    const said = claire.getByText("Pas encore de contact");
    await said.waitFor();
    expect(read(await said.textContent())).toBe("Pas encore de contact. N pour écrire le premier.");
    await sound(claire, "empty file");
  });

  test.each(["household", "closing"])("its page %s says so too", async (part) => {
    await open(claire, `${file}/${part}`);
    await claire.getByRole("main").getByRole("heading", { level: 2 }).first().waitFor();
    await sound(claire, `empty ${part}`);
  });

  test("a unit without files says what to do first, to the worker and to the lead", async () => {
    for (const [page, path, said] of [
      [claire, "/", "Enregistrer une première personne"],
      [lead, "/unit", "Aucun dossier ne répond à ces choix"],
    ] as const) {
      await page.route(/\/api\/cases\/files\?/, (route) =>
        route.fulfill({ json: { items: [], page: 0, size: 50, total: 0 } }),
      );
      await open(page, path);
      await page.getByText(said).waitFor();
      await sound(page, `no files at ${path}`);
      await page.unrouteAll();
    }
  });
});

describe("loading", () => {
  test("shows grey lines, and after five seconds a sentence", async () => {
    await claire.route(theFile(), () => undefined);
    await open(claire, file);
    await title(claire, "Chargement…");
    await sound(claire, "file, loading");
    await claire.getByText("Cela prend plus de temps que d’habitude").waitFor();
    await expectNoViolation(claire, "file, slow");
  });

  test("is told on the first pages too", async () => {
    for (const [page, path] of [
      [claire, "/"],
      [lead, "/unit"],
    ] as const) {
      await page.route(/\/api\/cases\/files\?/, () => undefined);
      await open(page, path);
      await title(page, "Chargement…");
      await expectNoViolation(page, `${path}, loading`);
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
  });
});

describe("an error", () => {
  const screens: [who: () => Page, path: () => string, asks: () => RegExp][] = [
    [() => claire, () => "/", () => /\/api\/cases\/files\?/],
    [() => claire, () => file, theFile],
    [() => claire, () => `${file}/readers`, () => /\/api\/.*\/readers/],
    [() => claire, () => `${file}/household`, () => /\/api\/.*\/household$/],
    [() => lead, () => "/unit", () => /\/api\/cases\/files\?/],
    [() => lead, () => `/unit/${file.split("/").at(-1)}`, () => /\/api\/cases\/files\?/],
  ];
  test.each(screens)("is told with its reference, on screen %#", async (who, path, asks) => {
    const page = who();
    await refuse(page, asks(), UNEXPECTED);
    await open(page, path());
    await page.getByText(`Référence : ${REFERENCE}`).first().waitFor();
    await sound(page, `${path()}, in error`);
  });

  test("while saving a new person leaves what was typed", async () => {
    await open(claire, "/persons/new");
    await claire.getByLabel("Nom de famille").fill("Douarnenez");
    await refuse(claire, /\/api\/cases\/persons$/, UNEXPECTED);
    await claire.keyboard.press("Control+Enter");
    await claire.getByText(`Référence : ${REFERENCE}`).waitFor();
    expect(await claire.getByLabel("Nom de famille").inputValue()).toBe("Douarnenez");
    await sound(claire, "new person, in error");
  });
});

describe("a file that is not to be read", () => {
  test("by another unit: the way in stands in its place", async () => {
    await open(yanis, file);
    await title(yanis, /autre circonscription/);
    await yanis.getByText(/Claire Morel en aura connaissance/).waitFor();
    await sound(yanis, "another unit’s file");
  });

  test.each([
    ["excluded", "Dossier qui ne vous est pas ouvert", false, /ne vous est pas ouvert/],
    ["restricted", "Dossier à accès limité", true, /réservé à quelques collègues/],
  ] as const)("%s: whom to ask, and whether there is another way", async (code, named, wayIn, said) => {
    await refuse(claire, theFile(), {
      status: 403,
      code,
      title: named,
      detail: "La personne indiquée peut vous répondre.",
      members: { ask: HELENE, exceptionalAccess: wayIn },
    });
    await open(claire, file);
    await title(claire, said);
    await claire.getByText("Adressez-vous à Hélène Duval.").waitFor();
    expect(await claire.getByRole("button", { name: "Ouvrir le dossier" }).count()).toBe(wayIn ? 1 : 0);
    await sound(claire, `${code}, ${wayIn ? "with" : "without"} a way in`);
  });

  test("unknown, or no page at all", async () => {
    await open(claire, "/files/00000000-0000-4000-8000-000000000000");
    await title(claire, "Aucun dossier à cette adresse");
    await sound(claire, "unknown file");
    await open(claire, "/nowhere");
    await title(claire, "Introuvable");
    await sound(claire, "unknown page");
  });

  test("erased: since when, and by which certificate", async () => {
    await refuse(claire, theFile(), {
      status: 410,
      code: "erased",
      title: "Effacé",
      detail: "Ces données ont été effacées : leur clé n’existe plus.",
      members: { erasureId: REFERENCE, erasedOn: "2026-03-01", certificateId: REFERENCE },
    });
    await open(claire, file);
    await title(claire, "Dossier effacé");
    await claire.getByText(/effacé le 1er\smars\s2026/).waitFor();
    await claire.getByRole("link", { name: `certificat ${REFERENCE.slice(0, 8)}` }).waitFor();
    await sound(claire, "erased file");
  });

  test("suspended: until when it can still be called off", async () => {
    await refuse(claire, theFile(), {
      status: 423,
      code: "suspended",
      title: "Effacement en cours",
      detail: "Ces données sont suspendues en vue de leur effacement ; personne ne peut les lire.",
      members: { erasureId: REFERENCE, until: "2026-12-01" },
    });
    await open(claire, file);
    await title(claire, "Lecture suspendue");
    await claire.getByText(/annulé jusqu’au 1er\sdécembre\s2026/).waitFor();
    await sound(claire, "suspended file");
  });
});

describe("the key service away", () => {
  test("loses nothing, and writing goes on", async () => {
    await refuse(claire, theFile(), {
      status: 503,
      code: "keys-unavailable",
      title: "Illisible pour l’instant",
      detail: "Le service des clés ne répond pas. Rien n’est perdu ; réessayez dans un instant.",
    });
    await open(claire, file);
    await title(claire, "Illisible pour l’instant, rien n’est perdu");
    await sound(claire, "keys away");
    await claire.keyboard.press("n");
    await claire.keyboard.type("Écrit pendant que les clés étaient absentes.");
    await sound(claire, "keys away, writing");
    await claire.keyboard.press("Control+Enter");
    await claire.getByRole("article").filter({ hasText: "les clés étaient absentes" }).waitFor();
    await sound(claire, "keys away, written");
    await claire.unrouteAll();
    // By itself, as soon as the keys are back.
    await claire.getByRole("button", { name: "Corriger" }).waitFor();
  });
});

describe("somebody was faster", () => {
  test("both wordings of a contact stand side by side", async () => {
    const contacts = `/api/cases${file}/contacts`;
    const said = "Le loyer de mars est payé.";
    await open(claire, file);
    await claire.getByRole("article").first().waitFor();
    await writeContact(claire, said);
    const entry = claire.getByRole("article").filter({ hasText: said });
    const contactId = await entry.getAttribute("data-entry");
    await entry.getByRole("button", { name: "Corriger" }).press("Enter");
    await send(claire, "PUT", `${contacts}/${contactId}`, {
      revisionId: contactId,
      date: "2026-01-05",
      text: "Le loyer d’avril est payé.",
      reason: "wrong-fact",
    });
    await claire.getByLabel("Ce qui s’est dit").fill("Le loyer de mai est payé.");
    await claire.getByLabel("Motif de la correction").selectOption("wrong-fact");
    await claire.keyboard.press("Control+Enter");
    await claire.getByRole("region", { name: "Enregistré entre-temps" }).getByText(/avril/).waitFor();
    await claire.getByRole("region", { name: "Votre texte" }).getByText(/mai/).waitFor();
    await sound(claire, "both wordings");
    await activate(claire, "button", "Garder l’autre texte");
    await claire.getByRole("article").filter({ hasText: "Le loyer d’avril" }).waitFor();
  });
});

describe("offline", () => {
  test("a page that was not read yet says that the network does not answer; what was read stays", async () => {
    await open(claire, file);
    await claire.getByRole("button", { name: /Nouveau contact/ }).waitFor();
    await claire.context().setOffline(true);
    await claire.keyboard.press("n");
    await claire.keyboard.type("Écrit sans réseau");
    await claire
      .getByRole("form")
      .getByText(/le brouillon est gardé sur ce poste/)
      .waitFor();
    await sound(claire, "file, offline");
    await claire.getByRole("link", { name: "Ménage" }).click();
    await claire.getByText("Le réseau ne répond pas").waitFor({ timeout: 20_000 });
    await sound(claire, "household, offline");
  });
});

describe("a draft of more than 72 hours", () => {
  test("is removed from the workstation and never offered", async () => {
    // Only this workstation has it.
    await refuse(claire, /\/drafts/, UNEXPECTED);
    await open(claire, file);
    await claire.getByRole("button", { name: /Nouveau contact|Reprendre le contact/ }).waitFor();
    await claire.keyboard.press("n");
    await claire.keyboard.type("Bientôt trop vieux");
    await claire
      .getByRole("form")
      .getByText(/le brouillon est gardé sur ce poste/)
      .waitFor();
    const offered = claire.getByRole("button", { name: /Reprendre le contact commencé/ });

    await open(claire, file);
    await offered.waitFor();
    expect(await ageDrafts(claire, 71)).toBe(1);
    await open(claire, file);
    await offered.waitFor();
    expect(await ageDrafts(claire, 73)).toBe(1);
    await open(claire, file);
    await claire.getByRole("button", { name: /Nouveau contact/ }).waitFor();
    await open(claire, "/");
    await claire.getByRole("table").first().waitFor();
    expect(await claire.getByText("Brouillons à reprendre").count()).toBe(0);
    expect(await ageDrafts(claire, 73)).toBe(0);
  });
});

describe("a form of display", () => {
  const screens: [who: () => Page, path: () => string][] = [
    [() => claire, () => "/"],
    [() => claire, () => "/persons/new"],
    [() => claire, () => file],
    [() => claire, () => `${file}?write=contact`],
    [() => claire, () => `${file}?write=third-party`],
    [() => claire, () => `${file}?write=assessment`],
    [() => claire, () => `${file}?write=referral`],
    [() => claire, () => `${file}/household`],
    [() => claire, () => `${file}/readers`],
    [() => claire, () => `${file}/merge`],
    [() => claire, () => `${file}/copy`],
    [() => lead, () => "/unit"],
    [() => lead, () => "/imports"],
  ];

  test("of 320 pixels, as of 400 %, never scrolls sideways, and no target is smaller than 24 pixels", async () => {
    for (const [who, path] of screens) {
      const page = who();
      // 1280 by 1024 at 400 %.
      await page.setViewportSize({ width: 320, height: 256 });
      await open(page, path());
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path()).toBeLessThanOrEqual(
        320,
      );
      expect(await smallTargets(page), path()).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  });

  test("dark, in forced colours, and without motion, is as sound", async () => {
    await claire.emulateMedia({ colorScheme: "dark", forcedColors: "active", reducedMotion: "reduce" });
    await open(claire, `${file}?write=contact`);
    await claire.getByRole("form").waitFor();
    // The colours are the reader's own there; that the page in view stands out is ours to see to.
    const underlines = await claire
      .getByRole("navigation", { name: "Parties du dossier" })
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomColor));
    expect(underlines.filter((colour) => colour === underlines[0])).toHaveLength(1);
    const moving = await claire.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((one) => {
          const { transitionDuration, animationDuration } = getComputedStyle(one);
          return [transitionDuration, animationDuration].some((time) => Number.parseFloat(time) > 0);
        }).length,
    );
    expect(moving).toBe(0);
    await expectNoViolation(claire, "new contact, dark, in forced colours");
    await claire.emulateMedia({ colorScheme: "dark", forcedColors: "none" });
    await expectNoViolation(claire, "new contact, dark");
    await claire.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  });

  test.each(["", "/readers", "/consents"])(
    "on paper, the file’s page “%s” says what it is, and the journal notes it",
    async (part) => {
      await open(claire, file + part);
      await claire.getByRole("complementary").waitFor();
      const noted = claire.waitForRequest((request) => request.url().endsWith("/prints"));
      await claire.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      expect((await (await noted).response())?.status()).toBe(200);
      await claire.emulateMedia({ media: "print" });
      expect(await claire.getByRole("navigation").count()).toBe(0);
      expect(await claire.getByRole("button").count()).toBe(0);
      await claire.getByText(`Dossier ${file.split("/").at(-1)?.slice(0, 8)}`).waitFor();
      const printed = claire.getByText("Imprimé par Claire Morel");
      await printed.waitFor();
      expect(read(await printed.textContent())).toMatch(/, \d{1,2}(er)? \S+ \d{4}, \d{1,2}:\d{2}$/);
      const kept = claire.getByText("À détruire avant le");
      await kept.waitFor();
      expect(read(await kept.textContent())).toMatch(/le \d{1,2}(er)? \S+ \d{4}$/);
      await claire.emulateMedia({ media: "screen" });
    },
  );
});

/** What can be clicked and is smaller than 24 pixels; a box of a choice counts with its label, a link in a sentence not. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("a, button, input, select, textarea:not([aria-hidden]), summary")]
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        const { display, clipPath } = getComputedStyle(one);
        const inSentence = display === "inline" && one.closest("p") !== null;
        return width > 0 && clipPath === "none" && !inSentence && (width < 23.5 || height < 23.5);
      })
      .map((one) => `${one.tagName} ${one.textContent?.trim().slice(0, 30)}`),
  );
}

/** As if whatever this workstation keeps had been kept so many hours ago; answers how much it keeps. */
function ageDrafts(page: Page, hours: number): Promise<number> {
  return page.evaluate(async (hours) => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("lethe-drafts");
      request.onsuccess = () => resolve(request.result);
    });
    const store = opened.transaction("drafts", "readwrite").objectStore("drafts");
    const all = await new Promise<{ at: number }[]>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    for (const one of all) {
      store.put({ ...one, at: Date.now() - hours * 3_600_000 });
    }
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    opened.close();
    return all.length;
  }, hours);
}
