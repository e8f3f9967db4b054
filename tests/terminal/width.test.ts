import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { prepareWidths, widthOf, wrap } from "../../src/terminal/width.ts";

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
});
