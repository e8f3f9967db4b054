import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import type { Comparison } from "../../src/advice/compare.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { iw } from "../world.ts";

const LEFT = "--field nursing --stage first-year --goal clarity --start 2027-06-01 --hours 2".split(" ");
const RIGHT = "--goal job --concern money --hours 6".split(" ");
/** The right side as flags of its own: what it does not say stays as on the left. */
const CHANGED = "--field nursing --stage first-year --goal job --concern money --start 2027-06-01 --hours 6".split(" ");

const compare = async (argv: string[]): Promise<Comparison> =>
  JSON.parse((await iw(["compare", "--json", ...argv])).out) as Comparison;
const json = async <T>(argv: string[]): Promise<T> => JSON.parse((await iw([...argv, "--json"])).out) as T;

describe("compare", () => {
  test("says of each side what advise and checklist say of it alone", async () => {
    const { left, right, ranking } = await compare([...LEFT, "--", ...RIGHT]);
    for (const [side, flags] of [
      [left, LEFT],
      [right, CHANGED],
    ] as const) {
      const { conclusion } = await json<Advice>(["advise", ...flags]);
      const { verdict } = await json<Plan>(["checklist", ...flags]);
      expect(side.conclusion).toMatchObject({ id: conclusion.id, score: conclusion.score });
      expect(side.verdict).toEqual({ id: verdict.id, slackDays: verdict.slackDays });
    }
    const { benefits } = await json<Advice>(["advise", ...CHANGED]);
    for (const { id, right: place } of ranking) expect(benefits[place - 1]?.id).toBe(id);
  });

  test("names points, conditions and steps that come or go, and dates that move", async () => {
    const { case: points, conditions, steps } = await compare([...LEFT, "--", ...RIGHT]);
    expect(points.onlyRight.map(({ rule }) => rule)).toEqual(["resume-line"]);
    expect(conditions).toEqual({ onlyLeft: [], onlyRight: [expect.stringContaining("it is paid")] });
    expect(steps.onlyRight.map(({ id }) => id)).toContain("budget");
    const plans = await Promise.all([LEFT, CHANGED].map((flags) => json<Plan>(["checklist", ...flags])));
    for (const { id, left, right } of steps.moved) {
      expect(plans.map((plan) => plan.steps.find((step) => step.id === id)?.due)).toEqual([left, right]);
    }
  });

  test("of the same situation with itself differs in nothing", async () => {
    const { out } = await iw(["compare", ...LEFT, "--", "--hours", "2"]);
    expect(out).toMatch(/Nothing differs\.\n$/);
  });

  test("takes profiles from files on either side, and output flags too", async () => {
    const files = { "a.json": '{"field":"nursing"}', "b.json": '{"field":"computing"}' };
    const { code, out } = await iw(["compare", "--profile", "a.json", "--", "--profile", "b.json", "--json"], {
      files,
    });
    expect(code).toBe(0);
    const { left, right } = JSON.parse(out) as Comparison;
    expect([left.profile.field, right.profile.field]).toEqual(["nursing", "computing"]);
  });

  test.each([[[]], [["--field", "nursing"]], [["--field", "nursing", "--"]], [["--field", "nursing", "--", "--json"]]])(
    "%j is refused: both sides need flags",
    async (argv) => {
      const { code, out, err } = await iw(["compare", ...argv]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(/needs flags on both sides/);
    },
  );

  test("says what it does not understand of the right side, and which answer there was given twice", async () => {
    const typo = await iw(["compare", ...LEFT, "--", "--houres", "6"]);
    expect(typo).toMatchObject({ code: 2, out: "", err: expect.stringContaining('"--houres 6" after --') });
    const twice = await iw(["compare", ...LEFT, "--", "--hours", "6", "--hours", "8"]);
    expect(twice).toMatchObject({ code: 0, err: "warning: --hours was given twice; the last one counts\n" });
  });

  test("what a resume of the left side gave holds on the right side too", async () => {
    const resume = {
      education: [{ area: "Nursing", studyType: "BSc", startDate: "2025-10", endDate: "2028-06" }],
      work: [],
    };
    const files = { "resume.json": JSON.stringify(resume) };
    const { out } = await iw(["compare", "--resume", "resume.json", "--json", "--", "--hours", "3"], { files });
    const { left, right, steps } = JSON.parse(out) as Comparison;
    expect(right.totalHours).toBe(left.totalHours);
    expect([...steps.onlyLeft, ...steps.onlyRight]).toEqual([]);
  });

  test("refuses to read both sides from stdin", async () => {
    const { code, out, err } = await iw(["compare", "--profile", "-", "--", "--profile", "-"], { stdin: "{}" });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/stdin can be read once/);
  });

  test("stands side by side at 80 columns", async () => {
    const { out } = await iw(["compare", ...LEFT, "--format", "text", "--width", "80", "--", ...RIGHT]);
    expect(out).toMatch(/^What {2,}left {2,}right$/m);
    expect(out).toMatch(/^Conclusion {2,}Worth it, as an extra {2,}Only on these conditions$/m);
    expect(out).toMatch(/^Career Clarity {2,}place 1 {2,}place \d/m);
  });

  test.each([38, 60, 80, 120])("stands within %i columns", async (width) => {
    const { out } = await iw(["compare", ...LEFT, "--format", "text", "--width", `${width}`, "--", ...RIGHT]);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    expect(out.replace(/\s+/g, " ")).toMatch(/Increased( Job)? /);
  });
});
