import fc from "fast-check";
import { expect, test } from "vitest";
import { expectDocumented, FILES, OPTIONS, PLAN, TIMEOUT } from "./documented.ts";
import { dates, hostile, jsonWith, value } from "./values.ts";

const PROFILE_KEYS = [
  ...["schemaVersion", "field", "alsoFields", "track", "stage", "goals", "concerns", "country", "remote", "start"],
  ...["hours", "busy", "interview", "offer", "from", "to", "__proto__", "constructor", "toString"],
];
const RESUME_KEYS = [
  ...["basics", "education", "work", "volunteer", "projects", "label", "location", "countryCode", "area", "studyType"],
  ...["startDate", "endDate", "position", "highlights", "institution", "meta", "format", "skills", "__proto__"],
];
const READERS = fc.constantFrom(
  ["advise"],
  ["advise", "--format", "text"],
  ["checklist"],
  ["checklist", "--json"],
  ["explain"],
  ["compare", "--", "--hours", "6"],
);

test.each([
  ["profile", PROFILE_KEYS],
  ["resume", RESUME_KEYS],
])(
  "any JSON as a %s",
  async (name, keys) => {
    await fc.assert(
      fc.asyncProperty(jsonWith(keys), READERS, async (stdin, [command = "", ...rest]) => {
        await expectDocumented([command, `--${name}`, "-", ...rest], { stdin });
      }),
      OPTIONS,
    );
  },
  TIMEOUT,
);

test(
  "right profiles of all kinds",
  async () => {
    const ids = (...some: string[]) => fc.option(fc.constantFrom(...some, "nosuch", "__proto__"), { nil: undefined });
    const day = fc
      .integer({ min: 0, max: 12_000 })
      .map((n) => new Date((n + 18_000) * 86_400_000).toISOString().slice(0, 10));
    const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
    const profile = fc.record({
      field: ids("nursing", "computing", "undecided", "trades-transport"),
      stage: ids("secondary", "first-year", "recent-graduate"),
      country: ids("us", "au", "other"),
      start: maybe(day),
      interview: maybe(day),
      offer: maybe(day),
      hours: maybe(fc.double({ min: 0.01, max: 80, noNaN: true })),
      busy: maybe(fc.array(fc.record({ from: day, to: day }), { maxLength: 3 })),
    });
    await fc.assert(
      fc.asyncProperty(profile, READERS, async (given, [command = "", ...rest]) => {
        await expectDocumented([command, "--profile", "-", ...rest], { stdin: JSON.stringify(given) });
      }),
      OPTIONS,
    );
  },
  TIMEOUT,
);

const EXPORTS = ["md", "text", "json", "csv", "ics", "ics-todo", "todotxt", "taskwarrior", "html"];
const PLAN_COMMANDS = fc.constantFrom(
  ...[
    ["next"],
    ["next", "--json"],
    ["next", "--format", "text"],
    ["done", "goals"],
    ["replan"],
    ["replan", "--dry-run"],
  ],
  ...EXPORTS.map((format) => ["export", "--format", format]),
);

test(
  "a plan file that was changed at random",
  async () => {
    const lines = PLAN.split(/(?<=\n)/);
    const head = lines.findIndex((line) => line.startsWith("{"));
    const newLine = fc.oneof(
      { weight: 2, arbitrary: hostile },
      { weight: 3, arbitrary: value.map((each) => `- [ ] ${each}\n`) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(value, dates)
          .map(([each, day]) => `- [x] **${each}** (by ${day}, 999 h) <!-- step:${each} -->\n`),
      },
      { weight: 1, arbitrary: jsonWith(["planId", "name", "made", "profile", "steps", ...PROFILE_KEYS]) },
    );
    const change = fc.record({ at: fc.integer({ min: head + 2, max: lines.length }), drop: fc.nat(2), put: newLine });
    const headChange = fc.tuple(
      fc.constantFrom("planId", "name", "made", "profile", "steps", "summary"),
      fc.oneof(
        jsonWith(PROFILE_KEYS),
        value.map((each) => JSON.stringify(each)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 4 }),
        fc.option(headChange),
        PLAN_COMMANDS,
        async (changes, inHead, argv) => {
          const changed = [...lines];
          if (inHead) changed[head] = (lines[head] ?? "").replace(/\}\n$/, () => `,"${inHead[0]}":${inHead[1]}}\n`);
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
