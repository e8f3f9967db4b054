import fc from "fast-check";
import stringWidth from "string-width";
import { beforeAll, describe, expect, test } from "vitest";
import type { Plan, Step } from "../../src/plan/plan.ts";
import { listText } from "../../src/terminal/list-text.ts";
import { Page } from "../../src/terminal/page.ts";
import { planText } from "../../src/terminal/plan-text.ts";
import { createTheme } from "../../src/terminal/theme.ts";
import { prepareWidths } from "../../src/terminal/width.ts";
import { iw, today } from "../world.ts";

const NURSING =
  "--field nursing --stage first-year --goal clarity --concern confidence --country de --start 2027-06-01 --hours 4".split(
    " ",
  );
const WIDTHS = [20, 30, 40, 60, 80, 120, 200];

/** The first line that is too wide, though there was a place to break it. */
const tooWide = (text: string, width: number): string | undefined =>
  text.split("\n").find((line) => stringWidth(line) > width && isBreakable(line, width));

/** More than one word after its indent and its mark; or letters between which a line may break. */
const isBreakable = (line: string, width: number): boolean => {
  const words = line.replace(/^\s*([-*+•]|\[[ x]\]|\[?\d+[.\]])?\s*/, "").trim();
  return words.includes(" ") || (/\p{Script=Han}/u.test(words) && stringWidth(words) > width);
};

const OWN = [
  "漢字のタイトルで、とても長いものを書きますので折り返しが必要になるはずです",
  "اكتب أهدافك الثلاثة الأولى بالترتيب وشاركها مع مستشارك",
  "e\u0301tudier avec 👩‍💻 et 👨‍👩‍👧",
].map((title) => `- [ ] ${title}\n`);

describe("every view keeps to its width", () => {
  const files: Record<string, string> = {};
  beforeAll(async () => {
    const plan = (await iw(["checklist", ...NURSING, "--md"])).out;
    files["internship-plan.md"] = `${plan}\n${OWN.join("")}`;
  });

  test.each([
    ["advise", ...NURSING],
    ["advise", ...NURSING, "--full"],
    ["advise", "--general"],
    ["checklist", ...NURSING],
    ["checklist", ...NURSING, "--all", "--how"],
    ["checklist", "--general"],
    ["show"],
    ["show", "fact/inceoglu-2019-review-small-positive", "country/us", "track/nursing", "action/goals"],
    ["list"],
    ["search", "visa hours"],
    ["explain", ...NURSING],
    ["compare", ...NURSING, "--", "--hours", "2"],
    ["sources", "--benefit", "resume"],
    ["resolve", "field", "mech"],
    ["next"],
    ["replan", "--dry-run"],
    ["--help"],
    ["checklist", "--help"],
  ])(
    "%s %s %s",
    async (...argv) => {
      for (const columns of WIDTHS) {
        for (const env of [{}, { ACCESSIBLE: "1" }, { FORCE_COLOR: "1" }] as Record<string, string>[]) {
          const { code, out } = await iw(argv, { terminal: true, columns, files, env });
          expect(code).toBe(0);
          expect(tooWide(out, columns), `${columns} columns`).toBeUndefined();
        }
      }
    },
    60_000,
  );

  test("a width out of range is refused", async () => {
    for (const width of ["0", "19", "201", "-5", "x", "1e2", "80.5", ""]) {
      const { code, out, err } = await iw(["list", "--width", width]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain("no number from 20 to 200");
    }
  });
});

const LETTERS = [..."abcde", "漢", "字", "ふ", "한", "é", "e\u0301", "ا", "ب", "א", "👩‍💻", "🎓", "ü", "-", ","];
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 14 });
const title = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
const plain = createTheme({ color: false, hyperlinks: false, accessible: false });
const colored = createTheme({ color: true, hyperlinks: true, accessible: false });

const step = (text: string, i: number): Step =>
  ({
    id: `own-${i}`,
    uid: `${i}`,
    title: text,
    phase: "prepare",
    priority: "essential",
    why: text,
    how: [text],
    effortHours: 2,
    start: "2026-11-23",
    due: "2026-12-06",
    latest: "2027-01-10",
    late: false,
    week: null,
    after: [],
    serves: [],
    doneWhen: text,
    status: i % 2 === 0 ? "open" : "done",
    because: [],
    facts: [],
  }) as unknown as Step;

const planOf = (steps: Step[]): Plan =>
  ({
    profile: { start: "2027-06-01" },
    planId: "p",
    name: "p",
    made: "2026-11-22",
    hoursPerWeek: 4,
    hoursAssumed: false,
    totalHours: 8,
    verdict: { id: "fits", slackDays: 9, chain: [], changes: [] },
    steps,
    leftOut: [],
    conflicts: [],
    busy: [],
    calendar: null,
    command: "",
  }) as unknown as Plan;

describe("letters of any script", () => {
  beforeAll(() => prepareWidths("漢字"));
  const runs = { numRuns: 300, seed: 11, size: "max" } as const;
  const width = fc.integer({ min: 20, max: 200 });

  test("a paragraph with a hanging mark keeps to its width, in color too, and loses no letter", () => {
    fc.assert(
      fc.property(
        title,
        width,
        fc.constantFrom("", "- ", "12. "),
        fc.integer({ min: 0, max: 4 }),
        (text, columns, hang, indent) => {
          const draw = (theme: typeof plain): string =>
            new Page(theme, columns).text(theme.strong(text), indent, hang && `${theme.bad(hang.trim())} `).toString();
          const drawn = draw(plain);
          expect(tooWide(drawn, columns)).toBeUndefined();
          // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with ESC
          expect(draw(colored).replace(/\u001b\[\d+m/g, "")).toBe(drawn);
          const letters = (each: string): string => each.replace(/\s/g, "");
          expect(letters(drawn)).toBe(letters(hang + text));
        },
      ),
      runs,
    );
  });

  test("steps, dates and bars of a checklist stand in columns", () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 4 }), width, (titles, columns) => {
        const plan = planOf(titles.map(step));
        const groups = [{ id: "month", title: "In December", steps: plan.steps }] as const;
        const text = planText(plan, groups as never, { theme: plain, width: columns, today, how: false });
        expect(tooWide(text, columns)).toBeUndefined();
        const ends = text
          .split("\n")
          .filter((line) => / {2}2 h$/.test(line))
          .map((line) => stringWidth(line));
        expect(new Set(ends).size).toBeLessThanOrEqual(1);
        const bars = text
          .split("\n")
          .filter((line) => /=+ +\|$/.test(line))
          .map((line) => stringWidth(line));
        if (columns >= 40) expect(bars).toHaveLength(titles.length);
        expect(new Set(bars).size).toBeLessThanOrEqual(1);
      }),
      { ...runs, numRuns: 150 },
    );
  });

  test("a list keeps to its width", () => {
    fc.assert(
      fc.property(title, width, (text, columns) => {
        const head = { kind: "field", id: "own", title: text, summary: text, aliases: [], order: 0 };
        expect(tooWide(listText([head] as never, true, plain, columns), columns)).toBeUndefined();
      }),
      runs,
    );
  });
});
