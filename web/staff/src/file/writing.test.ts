import { describe, expect, test } from "vitest";
import { Problem } from "../api/problem.ts";
import type { Contact } from "../api/types.ts";
import { type Act, blank, timeline, troubleIn, type Writing, write } from "./writing.ts";

const today = "2025-11-24";
const away = new Problem(503, "keys-unavailable");
const acts = (...all: Act[]): Writing => all.reduce(write, blank);
const typed = (text: string): Act[] => [
  { do: "open", today },
  { do: "edit", change: { text } },
];

describe("a new contact", () => {
  test("is dated today", () =>
    expect(acts({ do: "open", today }).draft).toEqual({ date: today, text: "", codes: [] }));

  test("keeps its text when closed and opened again", () =>
    expect(acts(...typed("Vu ce matin"), { do: "close" }, { do: "open", today }).draft?.text).toBe(
      "Vu ce matin",
    ));

  test("that was never begun leaves nothing behind", () =>
    expect(acts({ do: "open", today }, { do: "close" }).draft).toBeNull());

  test("that was discarded can be taken back", () =>
    expect(acts(...typed("Vu"), { do: "discard" }, { do: "undo discard" }).draft?.text).toBe("Vu"));
});

describe("saving", () => {
  const sending = acts(...typed("Vu ce matin"), { do: "send", key: "1" });

  test("shows the contact at once as on its way, and frees the pen", () => {
    expect(sending.sent).toHaveLength(1);
    expect(sending.draft).toBeNull();
    expect(sending.open).toBe(false);
  });

  test("keeps the line until the file read back shows the contact", () => {
    const accepted = write(sending, { do: "accepted", key: "1", contactId: "c1" });
    expect(accepted.sent[0]?.contactId).toBe("c1");
    expect(write(accepted, { do: "read back", contactIds: [] }).sent).toHaveLength(1);
    expect(write(accepted, { do: "read back", contactIds: ["c1"] }).sent).toHaveLength(0);
  });

  test("refused, the text returns to the pen with the reason", () => {
    const returned = write(sending, { do: "refused", key: "1", problem: away });
    expect(returned.draft?.text).toBe("Vu ce matin");
    expect(returned.open).toBe(true);
    expect(returned.refusal).toBe(away);
    expect(returned.sent).toHaveLength(0);
  });

  test("refused while another text is begun, both are kept", () => {
    const both = [...typed("Deuxième"), { do: "refused", key: "1", problem: away } as Act].reduce(
      write,
      sending,
    );
    expect(both.draft?.text).toBe("Deuxième");
    expect(both.waiting.map((one) => one.draft.text)).toEqual(["Vu ce matin"]);
    const swapped = write(both, { do: "take back" });
    expect(swapped.draft?.text).toBe("Vu ce matin");
    expect(swapped.waiting.map((one) => one.draft.text)).toEqual(["Deuxième"]);
  });
});

describe("before it is sent", () => {
  test("a contact needs a date and a text, nothing else", () => {
    expect(troubleIn({ date: today, text: "Vu", codes: [] }, today)).toEqual({});
    expect(troubleIn({ date: "", text: " ", codes: ["P03.4"] }, today)).toEqual({
      date: "dateMissing",
      text: "textMissing",
    });
  });
  test("its date is not in the future", () =>
    expect(troubleIn({ date: "2025-11-25", text: "Vu", codes: [] }, today)).toEqual({ date: "dateAhead" }));
});

test("the timeline runs from the newest to the oldest, those on their way included, none twice", () => {
  const contact = (contactId: string, date: string): Contact => ({
    contactId,
    date,
    text: "",
    codes: [],
    persons: [],
    author: { id: "w", name: "Claire Morel" },
    recordedAt: `${date}T10:00:00Z`,
  });
  const sent = [
    { key: "1", draft: { date: "2025-11-10", text: "", codes: [] } },
    { key: "2", draft: { date: "2025-11-20", text: "", codes: [] }, contactId: "c3" },
  ];
  const entries = timeline([contact("c3", "2025-11-20"), contact("c1", "2025-11-01")], sent);
  expect(entries.map((entry) => entry.key)).toEqual(["c3", "1", "c1"]);
});
