import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readContentFolder } from "../../src/io/content.ts";
import { FOLDERS, KINDS } from "../../src/library/kinds.ts";
import { lex } from "../../src/library/lex.ts";
import { parseTopic } from "../../src/library/parse.ts";
import { checkReferences } from "../../src/library/references.ts";
import { checkRules } from "../../src/library/rules.ts";
import { RAW } from "../hostile/hostile-text.ts";
import { expectDocumented, LONGEST_MS, OPTIONS, RUNS, TIMEOUT } from "./documented.ts";
import { hostile } from "./values.ts";

const ours = readContentFolder("content/en");
const originals = [...ours.sources].map(([{ kind, id }, { text }]) => ({ kind, id, text }));

const YAML = [
  "---\n",
  "a: &a [*a, *a]\n",
  "<<: *a\n",
  "? [x]\n: y\n",
  "!!js/function x\n",
  "%YAML 1.1\n",
  "{{{{",
  "[[[[",
];
const ESCAPES = [
  'title: "\\e[31m\\u202e\\0"\n',
  'summary: "\\x9b\\U000e0041"\n',
  '"\\e[2J\\n": 1\n',
  'aliases: ["\\a"]\n',
];
const KEYS = ["__proto__: { x: 1 }\n", "constructor: 1\n", "favors: { __proto__: 2 }\n", "case: [{ weight: 1e400 }]\n"];
const MARKDOWN = ["> ", "- ", "1. ", "[", "*a_", "|a\n", "`", "<a ", "![](", "[^", "~~", "\\", "  - x\n", "a](", "&#"];

const piece = fc.oneof(
  hostile,
  fc.constantFrom(...YAML, ...KEYS, ...ESCAPES),
  fc.tuple(fc.constantFrom(...MARKDOWN), fc.nat(1_500)).map(([sign, count]) => sign.repeat(count)),
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(200), put: piece });

test(
  "a topic's file that was changed at random",
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        ({ kind, id, text }, edits) => {
          const changed = edits.reduce((whole, { at, drop, put }) => {
            const from = Math.floor(at * whole.length);
            return whole.slice(0, from) + put + whole.slice(from + drop);
          }, text);
          const began = performance.now();
          const { topic, problems } = parseTopic(kind, id, "x.md", changed);
          const place = () => ({ file: "x.md", line: 1 });
          const more = topic
            ? [checkReferences, checkRules].flatMap((check) => check([topic], ours.topics, place))
            : [];
          if (topic) lex(topic.markdown);
          for (const text of textsIn(topic)) expect(text).not.toMatch(RAW);
          expect(performance.now() - began).toBeLessThan(LONGEST_MS);
          const lines = changed.split(/\r\n?|\n/).length;
          for (const { line, message, remedy } of [...problems, ...more]) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
            expect(`${message}: ${remedy}`).not.toMatch(/\n|undefined|\[object/);
            expect(`${message}: ${remedy}`).not.toMatch(RAW);
          }
        },
      ),
      OPTIONS,
    );
  },
  TIMEOUT,
);

/** Every text in a value, keys too. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.entries(value).flat().flatMap(textsIn) : [];
};

test(
  "a folder of files with any names and texts",
  async () => {
    const letters = fc.string({
      unit: fc.constantFrom("a", "-", " ", "\u202e", "\u001b", "\n"),
      minLength: 1,
      maxLength: 8,
    });
    const name = fc.oneof(
      fc.constantFrom("own.md", "us.md", "A.md", "..md", ".md", "__proto__.md"),
      letters.map((each) => `${each}.md`),
    );
    const file = fc.tuple(fc.constantFrom(...KINDS), name, hostile);
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
        const folder = mkdtempSync(join(tmpdir(), "iw-fuzz-"));
        for (const [kind, each, text] of files) {
          mkdirSync(join(folder, FOLDERS[kind]), { recursive: true });
          writeFileSync(join(folder, FOLDERS[kind], each), `---\ntitle: x\n${text}\n---\n${text}\n`);
        }
        await expectDocumented(["content", "check", folder], {});
        await expectDocumented(["list", "--content", folder], {});
        rmSync(folder, { recursive: true });
      }),
      { ...OPTIONS, numRuns: Math.min(RUNS, 300) },
    );
  },
  TIMEOUT,
);
