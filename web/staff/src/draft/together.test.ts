import { describe, expect, test } from "vitest";
import { Lines } from "./lines.ts";
import type { Text } from "./text.ts";
import { together } from "./together.ts";

const text = (key: string, said: string): Text => ({ key, draft: { said } });
const nothing = { gone: [], replaced: [], parted: [], added: [] };
let keys = 0;
const anew = () => `anew-${++keys}`;

describe("what two tabs write on one file", () => {
  test("stays as it is where both hold the same", () =>
    expect(together([text("a", "Vu.")], [text("a", "Vu.")], [text("a", "Vu.")], anew)).toEqual(nothing));

  test("is brought over when it was begun in the other", () =>
    expect(together([text("a", "Ici.")], [], [text("b", "Là.")], anew)).toEqual({
      ...nothing,
      added: [text("b", "Là.")],
    }));

  test("follows the other where only that one went on", () =>
    expect(together([text("a", "Vu")], [text("a", "Vu")], [text("a", "Vu, et dit.")], anew)).toEqual({
      ...nothing,
      replaced: [text("a", "Vu, et dit.")],
    }));

  test("stands where only this one went on", () =>
    expect(together([text("a", "Vu, et dit.")], [text("a", "Vu")], [text("a", "Vu")], anew)).toEqual(
      nothing,
    ));

  test("parts into two texts where both went on: neither is lost", () => {
    const { parted, added, ...rest } = together(
      [text("a", "Vu ici.")],
      [text("a", "Vu")],
      [text("a", "Vu là.")],
      anew,
    );
    expect(rest).toEqual({ gone: [], replaced: [] });
    expect(parted).toEqual([{ from: "a", to: expect.stringMatching(/^anew-/) }]);
    expect(added).toEqual([text("a", "Vu là.")]);
  });

  test("is a text of its own where this one is on its way already: neither is lost", () =>
    expect(
      together([text("a", "Vu.")], [text("a", "Vu.")], [text("a", "Vu, et dit.")], () => "b", new Set(["a"])),
    ).toEqual({ ...nothing, added: [text("b", "Vu, et dit.")] }));

  test("goes where it was recorded or discarded in the other, and not touched here since", () =>
    expect(together([text("a", "Vu.")], [text("a", "Vu.")], [], anew)).toEqual({ ...nothing, gone: ["a"] }));

  test("stays where it was written on after it was recorded in the other", () =>
    expect(together([text("a", "Vu, et dit.")], [text("a", "Vu.")], [], anew)).toEqual(nothing));

  test("does not come back when it was recorded here", () =>
    expect(together([], [text("a", "Vu.")], [text("a", "Vu.")], anew)).toEqual(nothing));

  test("comes back when the other wrote on after it was recorded here", () =>
    expect(together([], [text("a", "Vu.")], [text("a", "Vu, et dit.")], anew)).toEqual({
      ...nothing,
      added: [text("a", "Vu, et dit.")],
    }));

  describe("of which another tab carried an earlier wording along", () => {
    const late = (one: Text, at: number): Text => ({ ...one, at });

    test("stands as this one wrote on", () => {
      const lines = new Lines();
      const earlier = lines.dated([text("a", "Vu, et di")], 10);
      lines.kept(earlier);
      const mine = lines.dated([text("a", "Vu, et dit.")], 11);
      expect(together(mine, [], earlier, anew, new Set(), lines)).toEqual(nothing);
    });

    test("parts all the same where the other wrote on too", () => {
      const lines = new Lines();
      lines.kept(lines.dated([text("a", "Vu")], 10));
      const mine = lines.dated([text("a", "Vu ici.")], 11);
      expect(together(mine, [], [late(text("a", "Vu là."), 12)], anew, new Set(), lines).parted).toHaveLength(
        1,
      );
    });

    test("follows the later wording where this one only carries it along, whichever place holds it", () => {
      const lines = new Lines();
      lines.brought([late(text("a", "Vu, et"), 10)]);
      const mine = lines.dated([text("a", "Vu, et")], 20);
      const later = late(text("a", "Vu, et dit."), 11);
      expect(together(mine, [], [later], anew, new Set(), lines)).toEqual({ ...nothing, replaced: [later] });
      expect(together(mine, [], [late(text("a", "Vu"), 9)], anew, new Set(), lines)).toEqual(nothing);
    });
  });
});
