import fc from "fast-check";
import { expect, test } from "vitest";
import { wrap } from "../../src/terminal/width.ts";

// In a file of its own: once a test has loaded the table of widths, every text is taken word by word.
test("where every letter is a column, lines break where they would word by word", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcde—,.\u00a0"), minLength: 1, maxLength: 14 });
  const space = fc.constantFrom(" ", " ", " ", "  ", "\n", " \n  ", "\t", "\n\n");
  const parts = fc.array(fc.tuple(word, space), { maxLength: 40 });
  const same = fc.property(space, parts, fc.integer({ min: 1, max: 60 }), (before, list, width) => {
    const text = before + list.flat().join("");
    // A code takes no column, and makes words of it.
    const [first = "", ...others] = wrap(`\u001b[1m\u001b[22m${text.replace(/^[ \n\t]+/, "")}`, width);
    const expected = [first.replace("\u001b[1m\u001b[22m", ""), ...others].filter(Boolean);
    expect(wrap(text, width)).toEqual(expected);
  });
  fc.assert(same, { numRuns: 2_000, seed: 7 });
});
