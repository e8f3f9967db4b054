import { describe, expect, test } from "vitest";
import { type Answers, applies, matches } from "../../src/library/conditions.ts";

const known: Answers = {
  stage: { ids: ["first-year"], open: false },
  concern: { ids: ["money"], open: true },
};

describe("matches", () => {
  test.each([
    [{}, "yes"],
    [{ stage: ["first-year", "second-year"] }, "yes"],
    [{ stage: ["final-year"] }, "no"],
    [{ concern: ["money"] }, "yes"],
    [{ concern: ["visa"] }, "unknown"], // a box left empty says nothing
    [{ country: ["us"] }, "unknown"],
    [{ country: ["us"], stage: ["final-year"] }, "no"],
    [{ concern: ["money"], stage: ["first-year"] }, "yes"],
  ] as const)("%j is %s", (condition, truth) => {
    expect(matches(condition as never, known)).toBe(truth);
  });

  test("the answer 'none of these' is a no to every concern", () => {
    expect(matches({ concern: ["visa"] }, { concern: { ids: [], open: false } })).toBe("no");
  });
});

describe("applies", () => {
  test("an exception that holds takes it away, an unknown one does not", () => {
    expect(applies({ unless: { stage: ["first-year"] } }, known)).toBe("no");
    expect(applies({ unless: { country: ["us"] } }, known)).toBe("yes");
  });
});
