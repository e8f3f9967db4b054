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

/** Real spellings with the id they mean (several may be right, `-` among them: it may be asked back), or `-` alone. */
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
  const right = found.filter(({ id, expected }) => expected.includes(id ?? "-"));
  const wrong = found.filter(({ id, expected }) => id !== null && !expected.includes(id));
  return {
    right: right.length / found.length,
    wrong: wrong.map(({ kind, text, id }) => `${kind}: ${text} -> ${id}`),
    refused: found.filter(({ id }) => id === null).length / found.length,
  };
};

describe("the evaluation set", () => {
  const isNonsense = ([, , expected]: (typeof CASES)[number]): boolean => expected.every((id) => id === "-");
  const meant = CASES.filter((each) => !isNonsense(each));
  const groups = [
    [
      "fields",
      meant.filter(([kind]) => kind === "field"),
      CASES.filter((each) => isNonsense(each) && each[0] === "field"),
    ],
    [
      "other kinds",
      meant.filter(([kind]) => kind !== "field"),
      CASES.filter((each) => isNonsense(each) && each[0] !== "field"),
    ],
  ] as const;

  test("is large enough", () => {
    expect(groups.map(([, texts, nonsense]) => [texts.length, nonsense.length])).toSatisfy(
      ([[fields = 0, noFields = 0] = [], [others = 0, noOthers = 0] = []]: number[][]) =>
        fields >= 2500 && noFields >= 400 && others >= 900 && noOthers >= 80,
    );
  });

  test.each(groups)("%s: 97 % and more are right, 1 % and less silently wrong", (_, texts) => {
    const { right, wrong } = score([...texts]);
    expect(wrong).toSatisfy((list: string[]) => list.length <= texts.length / 100);
    expect(right).toBeGreaterThanOrEqual(0.97);
  });

  test.each(groups)("%s: 98 % of nonsense and more is refused", (_, __, nonsense) => {
    expect(score([...nonsense]).refused).toBeGreaterThanOrEqual(0.98);
  });
});

describe("a slip of the fingers", () => {
  const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  const neighborOf = (letter: string): string => {
    const row = KEYS.find((keys) => keys.includes(letter)) ?? "";
    const at = row.indexOf(letter);
    return row[at + 1] ?? row[at - 1] ?? letter;
  };
  const SLIPS: [string, (name: string, at: number) => string][] = [
    ["swapped", (name, at) => name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)],
    ["dropped", (name, at) => name.slice(0, at) + name.slice(at + 1)],
    ["doubled", (name, at) => name.slice(0, at) + name[at] + name.slice(at)],
    ["neighboring", (name, at) => name.slice(0, at) + neighborOf(name[at] ?? "") + name.slice(at + 1)],
  ];
  const names = bundled()
    .heads.filter(({ kind }) => kind === "field")
    .flatMap(({ id, aliases }) => aliases.filter((name) => /^[a-z ]{9,40}$/.test(name)).map((name) => ({ id, name })));

  test.each(SLIPS)("%s letter: 9 names in 10 are still understood, 1 in 100 at most as another", (_, slip) => {
    const found = names.map(({ id, name }, number) => {
      const text = slip(name, 1 + (number % (name.length - 2)));
      return { id, name, text, got: resolve("field", text).id };
    });
    expect(found.length).toBeGreaterThan(1000);
    expect(found.filter(({ id, got }) => got === id).length / found.length).toBeGreaterThan(0.9);
    expect(found.filter(({ id, got }) => got !== null && got !== id).length / found.length).toBeLessThan(0.01);
  });
});

describe("the last word", () => {
  test.each([
    ["Geological/Geophysical Engineering", "engineering"],
    ["Baltic and Finnic languages", "humanities-languages"],
    ["space law", "law-criminal-justice"],
    ["psychiatric nursing", "nursing"],
  ])("decides what a field is: %s", (text, id) => {
    expect(resolve("field", text).id).toBe(id);
  });

  test.each(["dragon engineering", "social engineering", "body language", "environmental juggling", "time travel"])(
    "decides nothing where the words before it belong elsewhere: %s",
    (text) => {
      expect(resolve("field", text).id).toBeNull();
    },
  );
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
    const rounds = Array.from({ length: 8 }, () => {
      const before = process.cpuUsage();
      for (let i = 0; i < 4_000; i++) resolve("field", texts[(i * 7) % texts.length] as string);
      return process.cpuUsage(before).user / 1_000;
    });
    expect(Math.min(...rounds)).toBeLessThan(200);
  });

  const HOSTILE: [string, (size: number) => string][] = [
    ["one letter", (size) => `${"a".repeat(size)}!`],
    ["brackets", (size) => "([{".repeat(size / 3)],
    ["a name again and again", (size) => "nursing ".repeat(size / 8)],
    ["control bytes", (size) => "\u0000\u001b[".repeat(size / 3)],
    ["combining marks", (size) => `n${"\u0301\u0327".repeat(size / 2)}`],
    ["commas", (size) => "a,".repeat(size / 2)],
    ["ands", (size) => "and & ".repeat(size / 6)],
    ["lone surrogates", (size) => "\ud800x".repeat(size / 2)],
    ["dots", (size) => "a.b.".repeat(size / 4)],
    ["digits", (size) => "51.38 ".repeat(size / 6)],
    ["spaces", (size) => `${" ".repeat(size)}x`],
    ["apostrophes", (size) => "l'".repeat(size / 2)],
  ];

  test.each(HOSTILE)("a hostile text of 100,000 characters takes no time, in any kind: %s", (_, make) => {
    const text = make(100_000);
    const began = performance.now();
    for (const kind of ANSWER_KINDS) expect(resolve(kind, text).id).toBeNull();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test.each(HOSTILE)("time is linear in the length where a text is read whole: %s", (_, make) => {
    const time = (size: number): number => {
      const texts = Array.from({ length: 40 }, (__, number) => make(size).slice(0, size) + number);
      const began = performance.now();
      for (const text of texts) for (const kind of ANSWER_KINDS) resolve(kind, text);
      return performance.now() - began;
    };
    time(280);
    expect(time(280)).toBeLessThan(4 * 4 * time(70) + 200);
  });
});
