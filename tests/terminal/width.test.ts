import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { cutAt, prepareWidths, widthOf, wrap } from "../../src/terminal/width.ts";

const words = fc.array(fc.string({ unit: fc.constantFrom(..."abcdefghij,.é漢字ü"), minLength: 1, maxLength: 24 }), {
  maxLength: 40,
});

describe("wrap", () => {
  test("breaks where wrap-ansi does, and loses nothing", async () => {
    await prepareWidths("漢");
    fc.assert(
      fc.property(words, fc.integer({ min: 24 * 2, max: 120 }), (list, width) => {
        const text = list.join(" ");
        expect(wrap(text, width)).toEqual(text ? wrapAnsi(text, width).split("\n") : []);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });

  test("a word longer than the line stands alone", () => {
    expect(wrap("see https://example.org/a/long/path now", 10)).toEqual([
      "see",
      "https://example.org/a/long/path",
      "now",
    ]);
  });

  test("color codes take no room", () => {
    expect(widthOf("\u001b[1mbold\u001b[22m")).toBe(4);
  });

  test("wide and combining characters are measured as terminals draw them", async () => {
    await prepareWidths("漢字 é 👩‍💻");
    for (const text of ["漢字", "e\u0301", "👩‍💻", "naïve"]) expect(widthOf(text)).toBe(stringWidth(text));
  });

  test("what counts as narrow takes one column in the table too", async () => {
    for (let code = 0x20; code < 0x2800; code++) {
      const letter = String.fromCharCode(code);
      if (/[\u007f-\u009f\ud800-\udfff]/.test(letter)) continue;
      await prepareWidths(letter);
      expect(widthOf(letter), `U+${code.toString(16)}`).toBe(stringWidth(letter));
    }
  }, 20_000);

  test("a word without spaces in it breaks between its letters, and keeps its style", async () => {
    await prepareWidths("漢字");
    expect(wrap("漢字漢字漢字", 5)).toEqual(["漢字", "漢字", "漢字"]);
    expect(wrap("\u001b[1m漢字漢字\u001b[22m", 4)).toEqual(["\u001b[1m漢字\u001b[22m", "\u001b[1m漢字\u001b[22m"]);
    expect(wrap("ab漢字", 20)).toEqual(["ab漢字"]);
  });

  test("a cut leaves letters whole", async () => {
    await prepareWidths("漢字");
    expect(cutAt("👩‍💻👩‍💻", 3)).toEqual(["👩‍💻", "👩‍💻"]);
    expect(cutAt("ae\u0301b", 2)).toEqual(["ae\u0301", "b"]);
    expect(cutAt("漢字", 1)).toEqual(["", "漢字"]);
  });
});
