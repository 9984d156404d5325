import { describe, expect, test } from "vitest";
import { Problem } from "../api/problem.ts";
import { type Act, blankDesk, type Sheet, unrecorded, type Writing, write } from "./writing.ts";

interface Note {
  date: string;
  text: string;
}
const sheet: Sheet<Note> = {
  kind: "contact",
  blank: (today) => ({ date: today, text: "" }),
  begun: (note) => note.text !== "",
};
const today = "2025-11-24";
const away = new Problem(503, "keys-unavailable");
const from = (start: Writing<Note>, ...all: Act<Note>[]) =>
  all.reduce((now, act) => write(sheet, now, act), start);
const acts = (...all: Act<Note>[]) => from(blankDesk(), ...all);
const note = (text: string): Note => ({ date: today, text });
const typed = (text: string): Act<Note>[] => [
  { do: "open", today },
  { do: "edit", change: { text } },
];

describe("what is written", () => {
  test("is dated today", () => expect(acts({ do: "open", today }).draft).toEqual(note("")));

  test("is kept when the form is closed and opened again", () =>
    expect(acts(...typed("Vu ce matin"), { do: "close" }, { do: "open", today }).draft?.text).toBe(
      "Vu ce matin",
    ));

  test("leaves nothing behind if it was never begun", () =>
    expect(acts({ do: "open", today }, { do: "close" }).draft).toBeNull());

  test("can be taken back after it was discarded", () =>
    expect(acts(...typed("Vu"), { do: "discard" }, { do: "undo discard" }).draft?.text).toBe("Vu"));

  test("waits beside a text that is started on purpose", () => {
    const both = acts(...typed("Premier"), { do: "start", draft: note("Second") });
    expect(both.draft?.text).toBe("Second");
    expect(both.waiting.map((one) => one.draft.text)).toEqual(["Premier"]);
  });
});

describe("saving", () => {
  const sending = acts(...typed("Vu ce matin"), { do: "send", key: "1" });

  test("shows the text at once as on its way, and frees the pen", () => {
    expect(sending.sent).toHaveLength(1);
    expect(sending.draft).toBeNull();
    expect(sending.open).toBe(false);
  });

  test("keeps it in view until the file read back shows it", () => {
    const accepted = from(sending, { do: "accepted", key: "1", id: "c1" });
    expect(accepted.sent[0]?.recordedAs).toBe("c1");
    expect(from(accepted, { do: "read back", ids: [] }).sent).toHaveLength(1);
    expect(from(accepted, { do: "read back", ids: ["c1"] }).sent).toHaveLength(0);
  });

  test("refused, the text returns to the pen with the reason", () => {
    const returned = from(sending, { do: "refused", key: "1", problem: away });
    expect(returned.draft?.text).toBe("Vu ce matin");
    expect(returned.open).toBe(true);
    expect(returned.refusal).toBe(away);
    expect(returned.sent).toHaveLength(0);
  });

  test("refused while another text is begun, both are kept", () => {
    const both = from(sending, ...typed("Deuxième"), { do: "refused", key: "1", problem: away });
    expect(both.draft?.text).toBe("Deuxième");
    expect(both.waiting.map((one) => one.draft.text)).toEqual(["Vu ce matin"]);
    const swapped = from(both, { do: "take back" });
    expect(swapped.draft?.text).toBe("Vu ce matin");
    expect(swapped.waiting.map((one) => one.draft.text)).toEqual(["Deuxième"]);
  });

  test("without network it waits, and can be taken back meanwhile", () => {
    const waits = from(sending, { do: "wait", key: "1" });
    expect(waits.sent[0]?.waits).toBe(true);
    const back = from(waits, { do: "take back sent", key: "1" });
    expect(back.draft?.text).toBe("Vu ce matin");
    expect(back.sent).toEqual([]);
    expect(back.refusal).toBeNull();
  });
});

describe("texts found again", () => {
  test("take the free pen", () => {
    const back = acts({ do: "restore", texts: [note("Un"), note("Deux")] });
    expect(back.draft?.text).toBe("Un");
    expect(back.waiting.map((one) => one.draft.text)).toEqual(["Deux"]);
    expect(back.open).toBe(false);
  });
  test("wait beside a text begun meanwhile", () => {
    const back = acts(...typed("Nouveau"), { do: "restore", texts: [note("Ancien")] });
    expect(back.draft?.text).toBe("Nouveau");
    expect(back.waiting.map((one) => one.draft.text)).toEqual(["Ancien"]);
  });
  test("are all that the server has not recorded: under the pen, waiting, on their way", () => {
    const now = acts(
      ...typed("Envoyé"),
      { do: "send", key: "1" },
      ...typed("Enregistré"),
      { do: "send", key: "2" },
      { do: "accepted", key: "2", id: "c2" },
      ...typed("Attend"),
      { do: "start", draft: note("Sous la plume") },
    );
    expect(unrecorded(sheet, now).map((one) => one.text)).toEqual(["Sous la plume", "Attend", "Envoyé"]);
  });
});
