/**
 * Random command lines, files and contents: whatever comes in, a run ends, with a documented code and in whole words.
 * FUZZ_RUNS sets the number of cases of each property, FUZZ_SEED where they begin; `npm run fuzz` takes many.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Flag } from "../../src/help/tree.ts";
import { FOLDERS, KINDS } from "../../src/library/kinds.ts";
import { lex } from "../../src/library/lex.ts";
import { parseTopic } from "../../src/library/parse.ts";
import { checkReferences } from "../../src/library/references.ts";
import { checkRules } from "../../src/library/rules.ts";
import type { Topic } from "../../src/library/topic.ts";
import { COMMANDS, OUTPUT_FLAGS, PROFILE_FLAGS } from "../../src/program.ts";
import { HOSTILE_TEXTS, RAW, withoutOwnColors } from "../hostile/hostile-text.ts";
import { scripted } from "../scripted.ts";
import { bundled, iw, type Result, type World } from "../world.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);
const OPTIONS = { numRuns: RUNS, seed: Number(process.env["FUZZ_SEED"] ?? 7) };
const TIMEOUT = 60_000 + RUNS * 200;
/** A case that takes longer hangs, as far as a person can tell. */
const LONGEST_MS = 5_000;

const PLAN = (await iw(["checklist", "--field", "nursing", "--start", "2027-06-01", "--hours", "4", "--md"])).out;
const RESUME = JSON.stringify({ basics: { label: "Student" }, education: [{ area: "Nursing", studyType: "BSc" }] });
const FILES = {
  "internship-plan.md": PLAN,
  "p.json": '{"field":"nursing","start":"2027-06-01"}',
  "r.json": RESUME,
};

/** What every run keeps to, whatever it was given. */
async function expectDocumented(argv: string[], world: World): Promise<Result> {
  const began = performance.now();
  const result = await iw(argv, world);
  const { code, out, err } = result;
  expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  expect([0, 1, 2, 130]).toContain(code);
  const checksAsJson = argv.includes("check") && code === 1;
  if (code !== 0 && !checksAsJson) expect(out).toBe("");
  if (code === 0) expect(err).not.toMatch(/^(error|hint): /m);
  for (const line of err.trim().split("\n").filter(Boolean)) expect(line).toMatch(/^(error|hint|warning): \S/);
  expect(err).not.toMatch(/INTERN_WHY_DEBUG|undefined|NaN|\[object|TypeError|Cannot read|^ +at /m);
  expect(withoutOwnColors(err)).not.toMatch(RAW);
  expect(withoutOwnColors(out)).not.toMatch(RAW);
  return result;
}

const hostile = fc.oneof(
  fc.constantFrom(
    ...Object.values(HOSTILE_TEXTS),
    "",
    " ",
    "-",
    "--",
    "=",
    "../../etc/passwd",
    "__proto__",
    "toString",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 20 }),
  fc.nat(3_000).map((length) => "a1 ".repeat(length)),
);
const ids = fc.constantFrom(...bundled().heads.flatMap(({ kind, id }) => [id, `${kind}/${id}`]));
const dates = fc.constantFrom(
  "2027-06-01",
  "2026-11-22",
  "summer",
  "2027-02-29",
  "9999-12-31",
  "1970-01-01",
  "2030-01-01",
  "0000-00-00",
  "June",
);
const usual = fc.constantFrom(
  ...["nursing", "mech eng", "first-year", "job", "money", "none", "us", "remote", "4", "0.5", "80", "1e3", "-1", "2"],
  ...["2027-01-10..2027-01-24", "2027-01-24..2027-01-10", "json", "md", "text", "csv", "ics", "html", "todotxt"],
  ...[
    "auto",
    "always",
    "40",
    "p.json",
    "r.json",
    "internship-plan.md",
    "out.md",
    "bash",
    "bibtex",
    "tests/content-folders/university",
  ],
);
const value = fc.oneof({ weight: 4, arbitrary: usual }, { weight: 2, arbitrary: ids }, dates, hostile);

const everyFlag = [...COMMANDS.flatMap(({ own = [] }) => own), ...PROFILE_FLAGS, ...OUTPUT_FLAGS];
const flagTokens = ({ flags }: Flag): fc.Arbitrary<string[]> => {
  const names = flags.split(/,? /).filter((part) => part.startsWith("-"));
  const takesValue = flags.includes("<");
  return fc.tuple(fc.constantFrom(...names), value, fc.nat(9)).map(([name, given, how]) => {
    if (how === 0) return [name];
    if (how === 1) return [`${name}=${given}`];
    return takesValue ? [name, given] : [name];
  });
};
const tokens = (flags: readonly Flag[]): fc.Arbitrary<string[]> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...flags).chain(flagTokens) },
    { weight: 2, arbitrary: value.map((each) => [each]) },
    { weight: 1, arbitrary: fc.constantFrom(...everyFlag).chain(flagTokens) },
    fc.constantFrom("--", "-", "--nosuch", "-x", "--help", "--__proto__=1").map((each) => [each]),
  );
const commandLine = fc.constantFrom(...COMMANDS).chain((spec) => {
  const flags = [...(spec.own ?? []), ...(spec.profile ? PROFILE_FLAGS : []), ...OUTPUT_FLAGS];
  const rest = fc.array(tokens(flags), { maxLength: 7 }).map((list) => list.flat());
  const operands = spec.operands ? fc.array(value, { maxLength: 3 }) : fc.constant([]);
  return fc
    .tuple(fc.nat(9), operands, rest)
    .map(([how, words, more]) =>
      how === 0 ? [...more, spec.name, ...words] : how === 1 ? [...words, ...more] : [spec.name, ...words, ...more],
    );
});

describe("command lines", () => {
  test(
    "any flags, values and order, in a pipe and on a terminal",
    async () => {
      const place = fc.record({ terminal: fc.boolean(), columns: fc.constantFrom(1, 20, 40, 80, 500) });
      await fc.assert(
        fc.asyncProperty(commandLine, place, async (argv, { terminal, columns }) => {
          await expectDocumented(argv, { files: FILES, stdin: PLAN, terminal, columns, prompter: scripted([]) });
        }),
        OPTIONS,
      );
    },
    TIMEOUT,
  );

  test(
    "a value of 128 KiB, in any place",
    async () => {
      const long = fc
        .constantFrom("a", "a ", "=", "\u001b[31m", "é", "𝔘", "..", "/", "\n", "-")
        .map((unit) => unit.repeat(131_072 / unit.length));
      const place = fc
        .constantFrom(...COMMANDS)
        .chain((spec) =>
          fc.tuple(
            fc.constant(spec),
            fc.constantFrom(...(spec.own ?? []), ...(spec.profile ? PROFILE_FLAGS : []), ...OUTPUT_FLAGS),
          ),
        );
      await fc.assert(
        fc.asyncProperty(place, long, fc.boolean(), async ([{ name }, { flags }], text, asFlag) => {
          const flag = /--[a-z-]+/.exec(flags)?.[0] ?? "";
          await expectDocumented(asFlag ? [name, `${flag}=${text}`] : [name, text], { files: FILES });
        }),
        { ...OPTIONS, numRuns: Math.min(RUNS, 600) },
      );
    },
    TIMEOUT,
  );
});

const KEYS = [
  ...["schemaVersion", "field", "alsoFields", "track", "stage", "goals", "concerns", "country", "remote", "start"],
  ...["hours", "busy", "interview", "offer", "from", "to", "__proto__", "constructor", "toString"],
];
const RESUME_KEYS = [
  ...["basics", "education", "work", "volunteer", "projects", "label", "location", "countryCode", "area", "studyType"],
  ...["startDate", "endDate", "position", "highlights", "institution", "meta", "format", "skills", "__proto__"],
];
/** Any JSON, with keys that mean something more often than chance. */
const jsonWith = (keys: readonly string[]): fc.Arbitrary<string> => {
  const leaf = fc.oneof(value, fc.double(), fc.boolean(), fc.constant(null), fc.integer());
  const { root } = fc.letrec((tie) => ({
    root: fc.oneof({ depthSize: "medium", withCrossShrink: true }, leaf, tie("list"), tie("object")),
    list: fc.array(tie("root"), { maxLength: 4 }),
    object: fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 5 })), tie("root"), { maxKeys: 6 }),
  }));
  const entries = fc.array(fc.tuple(fc.constantFrom(...keys), root), { maxLength: 8 });
  // Written by hand, since an object with the key __proto__ cannot be built as usual.
  const object = entries.map(
    (list) => `{${list.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each) ?? "null"}`).join(",")}}`,
  );
  return fc.oneof(
    { weight: 6, arbitrary: object },
    root.map((each) => JSON.stringify(each) ?? ""),
    hostile,
  );
};
const READERS = fc.constantFrom(
  ["advise"],
  ["checklist"],
  ["checklist", "--json"],
  ["explain"],
  ["compare", "--", "--hours", "6"],
  ["advise", "--format", "text"],
);

describe("files", () => {
  test(
    "any JSON as a profile",
    async () => {
      await fc.assert(
        fc.asyncProperty(jsonWith(KEYS), READERS, async (stdin, [command = "", ...rest]) => {
          await expectDocumented([command, "--profile", "-", ...rest], { stdin });
        }),
        OPTIONS,
      );
    },
    TIMEOUT,
  );

  test(
    "any JSON as a resume",
    async () => {
      await fc.assert(
        fc.asyncProperty(jsonWith(RESUME_KEYS), READERS, async (stdin, [command = "", ...rest]) => {
          await expectDocumented([command, "--resume", "-", ...rest], { stdin });
        }),
        OPTIONS,
      );
    },
    TIMEOUT,
  );

  const PLAN_COMMANDS = fc.constantFrom(
    ...[
      ["next"],
      ["next", "--json"],
      ["next", "--format", "text"],
      ["done", "goals"],
      ["replan"],
      ["replan", "--dry-run"],
    ],
    ...["md", "text", "json", "csv", "ics", "ics-todo", "todotxt", "taskwarrior", "html"].map((format) => [
      "export",
      "--format",
      format,
    ]),
  );

  test(
    "a plan file that was changed at random",
    async () => {
      const lines = PLAN.split(/(?<=\n)/);
      const head = lines.findIndex((line) => line.startsWith("{"));
      const newLine = fc.oneof(
        hostile,
        value.map((each) => `- [ ] ${each}\n`),
        fc.tuple(value, dates).map(([each, day]) => `- [x] **${each}** (by ${day}, 1e9 h) <!-- step:${each} -->\n`),
        jsonWith(["planId", "name", "made", "profile", "steps", "summary", ...KEYS]).map((json) => `${json}\n`),
      );
      const change = fc.record({ at: fc.nat(lines.length), drop: fc.nat(2), put: newLine });
      const headChange = fc.tuple(
        fc.constantFrom("planId", "name", "made", "profile", "steps", "summary"),
        fc.oneof(fc.anything({ maxDepth: 2 }), value, jsonWith(KEYS).map(parsedOrText)),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { maxLength: 4 }),
          fc.option(headChange),
          PLAN_COMMANDS,
          async (changes, inHead, argv) => {
            const changed = [...lines];
            if (inHead) changed[head] = withKey(lines[head] ?? "", ...inHead);
            for (const { at, drop, put } of changes) changed.splice(at, drop, put);
            const file = changed.join("");
            const { files, code } = await expectDocumented(argv, { files: { "internship-plan.md": file } });
            if (code !== 0) expect(files["internship-plan.md"]).toBe(file);
          },
        ),
        OPTIONS,
      );
    },
    TIMEOUT,
  );

  test(
    "any text as what another tool reports finished",
    async () => {
      const report = fc.oneof(
        jsonWith(["uuid", "uid", "status", "steps"]),
        hostile.map((text) => `BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:${text}\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\n`),
        hostile.map((text) => `x 2026-11-22 ${text} uid:${text}\n`),
      );
      await fc.assert(
        fc.asyncProperty(report, async (stdin) => {
          await expectDocumented(["done", "--from", "-"], { files: FILES, stdin });
        }),
        OPTIONS,
      );
    },
    TIMEOUT,
  );
});

const parsedOrText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const withKey = (json: string, key: string, to: unknown): string => {
  try {
    return `${JSON.stringify({ ...JSON.parse(json), [key]: to })}\n`;
  } catch {
    return `{"${key}":0}\n`; // Not everything can be written as JSON.
  }
};

describe("content", () => {
  /** A topic of ours as Markdown again is not kept: the files are read. */
  test(
    "a topic's file that was changed at random",
    async () => {
      const { readContentFolder } = await import("../../src/io/content.ts");
      const { sources } = readContentFolder("content/en");
      const originals = [...sources].map(([topic, { text }]) => ({ kind: topic.kind, id: topic.id, text }));
      const piece = fc.oneof(
        hostile,
        fc.constantFrom(
          "---\n",
          "a: &a [*a, *a]\n",
          "<<: *a\n",
          "? [x]\n: y\n",
          "!!js/function x\n",
          "%YAML 1.1\n",
          "{{{{",
          "[[[[",
        ),
        fc.constantFrom(
          "__proto__: { x: 1 }\n",
          "constructor: 1\n",
          "favors: { __proto__: 2 }\n",
          "case: [{ weight: 1e400 }]\n",
        ),
        fc.constantFrom(
          "> ".repeat(500),
          "- ".repeat(300),
          "1. ".repeat(300),
          "[".repeat(3_000),
          "*a_".repeat(1_000),
          "|a\n".repeat(200),
          "`".repeat(2_000),
          "<a ".repeat(500),
          "![](".repeat(900),
        ),
      );
      const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(200), put: piece });
      const all = bundled().heads.flatMap(({ kind, id }) => (bundled().find(kind, id) as Topic | undefined) ?? []);
      await fc.assert(
        fc.property(
          fc.constantFrom(...originals),
          fc.array(edit, { minLength: 1, maxLength: 4 }),
          ({ kind, id, text }, edits) => {
            const changed = edits.reduce((whole, { at, drop, put }) => {
              const from = Math.floor(at * whole.length);
              return whole.slice(0, from) + put + whole.slice(from + drop);
            }, text);
            const began = performance.now();
            const { topic, problems } = parseTopic(kind, id, `${FOLDERS[kind]}/${id}.md`, changed);
            const place = () => ({ file: "x.md", line: 1 });
            const more = topic ? [...checkReferences([topic], all, place), ...checkRules([topic], all, place)] : [];
            if (topic) lex(topic.markdown);
            expect(performance.now() - began).toBeLessThan(LONGEST_MS);
            for (const { line, message, remedy } of [...problems, ...more]) {
              expect(line).toBeGreaterThanOrEqual(1);
              expect(line).toBeLessThanOrEqual(changed.split(/\r\n?|\n/).length + 1);
              expect(`${message}${remedy}`).not.toMatch(/\n|undefined|\[object/);
              expect(`${message}${remedy}`).not.toMatch(RAW);
            }
          },
        ),
        OPTIONS,
      );
    },
    TIMEOUT,
  );

  test(
    "a whole folder of random files, through the commands",
    async () => {
      const name = fc.oneof(
        fc.constantFrom("own.md", "us.md", "A.md", "..md", "a b.md", ".md", "__proto__.md"),
        fc.stringMatching(/^[a-z\u202e\u001b -]{1,8}\.md$/),
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
        }),
        { ...OPTIONS, numRuns: Math.min(RUNS, 300) },
      );
    },
    TIMEOUT,
  );
});
