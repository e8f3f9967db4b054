import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ANSWER_KINDS, type AnswerKind } from "../../src/library/topic.ts";
import { createResolver } from "../../src/profile/resolve.ts";
import { bundled } from "../world.ts";

const resolve = createResolver(bundled().heads);
const rows = (file: string): string[][] =>
  readFileSync(`tests/profile/${file}`, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"));

/** Real spellings with the id they mean (several may be right), or `-` for what must be refused. */
const CASES: [kind: AnswerKind, text: string, expected: string[]][] = [
  ...rows("resolve-fields.tsv").map(([text = "", ids = ""]): (typeof CASES)[number] => ["field", text, ids.split("|")]),
  ...rows("resolve-others.tsv").map(([kind = "", text = "", ids = ""]): (typeof CASES)[number] => [
    kind as AnswerKind,
    text,
    ids.split("|"),
  ]),
];

const score = (cases: typeof CASES) => {
  const found = cases.map(([kind, text, expected]) => ({ kind, text, expected, id: resolve(kind, text).id }));
  const right = found.filter(({ id, expected }) => id !== null && expected.includes(id));
  const wrong = found.filter(({ id, expected }) => id !== null && !expected.includes(id));
  return {
    right: right.length / found.length,
    wrong,
    refused: found.filter(({ id }) => id === null).length / found.length,
  };
};

describe("the evaluation set", () => {
  const meant = CASES.filter(([, , expected]) => expected[0] !== "-");
  const nonsense = CASES.filter(([, , expected]) => expected[0] === "-");

  test("is large enough", () => {
    expect(meant.filter(([kind]) => kind === "field").length).toBeGreaterThanOrEqual(400);
    expect(nonsense.length).toBeGreaterThanOrEqual(100);
  });

  test("97 % and more are right, 1 % and less silently wrong", () => {
    const { right, wrong } = score(meant);
    expect(wrong.map(({ kind, text, id }) => `${kind}: ${text} -> ${id}`).slice(0, Math.ceil(wrong.length))).toSatisfy(
      (list: string[]) => list.length <= meant.length / 100,
    );
    expect(right).toBeGreaterThanOrEqual(0.97);
  });

  test("98 % of nonsense and more is refused", () => {
    expect(score(nonsense).refused).toBeGreaterThanOrEqual(0.98);
  });
});

describe("every topic", () => {
  test.each(ANSWER_KINDS)("%s: id, title and aliases mean the topic itself, or are refused as ambiguous", (kind) => {
    for (const head of bundled().heads.filter((each) => each.kind === kind)) {
      expect(resolve(kind, head.id).id).toBe(head.id);
      for (const name of [head.title, ...head.aliases])
        expect([head.id, null], `${kind} ${name}`).toContain(resolve(kind, name).id);
    }
  });
});

describe("speed", () => {
  test("20,000 lines a second and more", () => {
    const texts = CASES.filter(([kind]) => kind === "field").map(([, text]) => text);
    for (const text of texts) resolve("field", text);
    const began = performance.now();
    for (let i = 0; i < 20_000; i++) resolve("field", texts[i % texts.length] as string);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test.each([
    "a".repeat(100_000),
    "((((((".repeat(20_000),
    `${"nursing ".repeat(12_000)}`,
    "\u0000\u001b[".repeat(30_000),
  ])("a hostile text of 100,000 characters takes no time (%#)", (text) => {
    const began = performance.now();
    resolve("field", text);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
