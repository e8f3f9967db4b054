import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import type { Explanation } from "../../src/advice/explain/explanation.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { PERSONAS } from "../personas/people.ts";
import { bundled, iw } from "../world.ts";

/** People of every kind, as flags. */
const PEOPLE = [
  ...PERSONAS.map(([, flags]) => flags),
  "--field medicine --stage second-year --goal further-study --concern required --concern had-one",
  "--field trades --start 2026-12-20",
  "--field undecided --goal confidence --concern undecided --concern confidence --country remote",
  "--resume resume.json --stage final-year --start 2027-06-01",
].map((flags) => flags.split(" "));

/** A resume with gaps, which become reasons for steps. */
const RESUME = {
  basics: { location: { countryCode: "GB" } },
  education: [{ institution: "A", area: "History", studyType: "BA", startDate: "2024-09", endDate: "2027-06" }],
};
const files = { "resume.json": JSON.stringify(RESUME) };

const run = async <T>(argv: string[]): Promise<T> => {
  const { code, out, err } = await iw([...argv, "--json"], { files });
  expect({ code, err: err.replace(/^warning: .*\n/gm, "") }, argv.join(" ")).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as T;
};

const explainAll = async (ids: string[], flags: string[]): Promise<Explanation[]> =>
  (await run<{ explanations: Explanation[] }>(["explain", ...ids, ...flags])).explanations;

/** The keys under which an advice or a plan prints ids. */
const ID_KEYS = ["id", "from", "rule", "rules", "topic", "facts", "answers", "because", "after", "chain", "serves"];

/**
 * Every id that a JSON output prints, wherever it stands: nothing here knows its shape. Fact ids, alternatives and
 * answers are printed bare or exactly; a `because` is a sentence in a benefit and a list of ids in a step.
 */
function idsIn(data: unknown, key = ""): string[] {
  if (Array.isArray(data)) return data.flatMap((item) => idsIn(item, key));
  if (typeof data === "object" && data !== null)
    return Object.entries(data).flatMap(([name, value]) =>
      ["profile", "verdict", "calendar", "fromResume", "origins"].includes(name)
        ? []
        : idsIn(value, name === "because" && typeof value === "string" ? "" : name),
    );
  return typeof data === "string" && ID_KEYS.includes(key) ? [data] : [];
}

const idsOf = (advice: Advice): string[] => [
  ...idsIn(advice),
  ...advice.flips.flatMap(({ answer, value }) => [answer, ...(value ? [`${answer}/${value}`] : [])]),
  ...advice.benefits.map(({ id }) => `section/${id}`),
  ...(advice.fromResume?.gaps ?? []).map(({ id }) => `resume/${id}`),
];
const idsOfPlan = (plan: Plan): string[] => [...idsIn(plan), ...plan.verdict.chain];

describe.each(PEOPLE)("explain, for %s %s %s %s", (...flags) => {
  test("knows every id that the advice and the plan print", async () => {
    const advice = await run<Advice>(["advise", ...flags]);
    const plans = await Promise.all([[], ["--all"]].map((all) => run<Plan>(["checklist", ...flags, ...all])));
    const { out: page } = await iw(["advise", ...flags, "--md"], { files });
    const footnotes = [...page.matchAll(/\[\^([a-z0-9-]+)\]/g)].map(([, id]) => id ?? "");
    const ids = [...new Set([...idsOf(advice), ...plans.flatMap(idsOfPlan), ...footnotes])];
    expect(ids.length).toBeGreaterThan(90);
    const explanations = await explainAll(ids, flags);
    for (const [i, { title, chosen, because }] of explanations.entries()) {
      expect(title, ids[i]).not.toBe("");
      expect(chosen, ids[i]).not.toBe("");
      expect(because.length, `${ids[i]} rests on nothing`).toBeGreaterThan(0);
      for (const { answer, answers, said, rule, claim } of because) {
        expect(answer).toBe(answers[0] ?? "general");
        for (const part of [answer, said, rule, claim]) expect(part, ids[i]).not.toBe("");
      }
    }
    const { code, out } = await iw(["explain", ...ids, ...flags, "--md"], { files });
    expect(code).toBe(0);
    expect(out.match(/^# Why: ./gm)).toHaveLength(ids.length);
  }, 30_000);

  test("gives every claim its sources, with kind of study, strength and caveat", async () => {
    const advice = await run<Advice>(["advise", ...flags]);
    for (const { because, counter, sources } of await explainAll([...new Set(idsOf(advice))], flags)) {
      const known = new Map(sources.map((source) => [source.id, source]));
      for (const id of [...because.flatMap(({ facts }) => facts), ...(counter?.facts ?? [])])
        expect([...known.keys()]).toContain(id);
      for (const { study, strength, grade, caveat } of sources)
        for (const part of [study, strength, grade, caveat]) expect(part).not.toBe("");
    }
  });

  test("names what speaks against the conclusion, and against every benefit", async () => {
    const advice = await run<Advice>(["advise", ...flags]);
    const explained = await explainAll(
      advice.benefits.map(({ id }) => id),
      flags,
    );
    for (const { counter } of explained) expect(counter?.text).toBeTruthy();
    const [conclusion] = await explainAll(["conclusion"], flags);
    const other = advice.conclusion.id === "alternatives-first" ? advice.case.for : advice.case.against;
    if (other.length > 0) expect(conclusion?.counter?.text).toBe(other[0]?.text);
  });
});

describe("explain", () => {
  test("offers the nearest ids for one that it does not know", async () => {
    const { code, out, err } = await iw(["explain", "clarty", "--general"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/nothing to explain under "clarty"\nhint: did you mean clarity/);
  });

  test.each([
    ["nursng", "nursing"],
    ["goal/confidense", "goal/confidence"],
    ["field/computin", "field/computing"],
  ])("offers any topic that is near: %s", async (id, near) => {
    expect((await iw(["explain", id, "--general"])).err).toContain(`did you mean ${near}`);
  });

  test("names what else a bare word means, and takes kind/id exactly", async () => {
    const flags = ["--field", "nursing", "--goal", "confidence"];
    const names = ["confidence", "goal/confidence", "concern/confidence", "undecided"];
    const [benefit, goal, concern, undecided] = await explainAll(names, flags);
    expect(benefit).toMatchObject({
      kind: "benefit",
      id: "confidence",
      also: ["goal/confidence", "concern/confidence"],
    });
    expect(goal).toMatchObject({
      id: "goal/confidence",
      chosen: expect.stringContaining("one of your answers"),
      also: [],
    });
    expect(concern).toMatchObject({
      id: "concern/confidence",
      chosen: expect.stringContaining("not one of your answers"),
    });
    expect(undecided).toMatchObject({ id: "field/undecided", also: ["track/undecided", "concern/undecided"] });
    expect((await iw(["explain", "undecided", ...flags])).out).toContain(
      "The same word also names track/undecided, concern/undecided.",
    );
  });

  test("takes an alternative that the advice offers before a kind of work of the same name", async () => {
    const flags = "--field biology --stage penultimate --goal further-study".split(" ");
    const { instead } = await run<Advice>(["advise", ...flags]);
    expect(instead.map(({ id }) => id)).toContain("research");
    const [explained] = await explainAll(["research"], flags);
    expect(explained).toMatchObject({ id: "alternative/research", also: ["track/research"] });
    expect(explained?.because[0]).toMatchObject({ rule: "instead", answer: "goal/further-study" });
  });

  test("names every answer a point rests on, not only the topic that makes it", async () => {
    const [point] = await explainAll(["resume-line"], ["--goal", "job", "--stage", "final-year"]);
    expect(point?.because[0]).toMatchObject({
      answers: ["goal/job", "stage/final-year"],
      from: "goal/job",
      said: "Get a job after I graduate + Last year",
    });
  });

  test("leads a usual track back to the field that was said, and a late start to the day", async () => {
    const [point] = await explainAll(["nurse-extern"], ["--field", "nursing"]);
    expect(point?.because[0]).toMatchObject({ from: "track/nursing", answers: ["field/nursing"] });
    const [chosen] = await explainAll(["nurse-extern"], ["--field", "nursing", "--track", "nursing"]);
    expect(chosen?.because[0]?.answers).toEqual(["track/nursing"]);
  });

  test("says what a rule does, and where it did so", async () => {
    const flags = ["--field", "nursing", "--concern", "money"];
    const [cap, essential] = await explainAll(["cap", "essential"], flags);
    expect(cap).toMatchObject({ kind: "rule", because: [{ answer: "concern/money", rule: "cap" }] });
    expect(essential?.because.length).toBeGreaterThan(5);
  });

  test.each([["__proto__"], ["constructor"], ["field/nursing/x"], [""], ["a".repeat(5_000)], ["\u001b[31mred"]])(
    "refuses %j cleanly",
    async (id) => {
      const { code, out, err } = await iw(["explain", id, "--general"]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(/^error: nothing to explain under "/);
      expect(err.length).toBeLessThan(1_000);
      expect(err).not.toContain("\u001b");
    },
  );

  test("a sum of 4 is a strong case only under the conditions that the rule names", async () => {
    const person = "--field accounting --stage penultimate --concern no-experience".split(" ");
    const { conclusion } = JSON.parse((await iw(["advise", ...person, "--json"])).out);
    expect(conclusion).toMatchObject({ score: 4, id: "worth-it" });
    const { out } = await iw(["explain", "sum", ...person]);
    expect(out).toContain("a strong case where field, stage and goal are known");
  });

  test("says all unknown ids at once", async () => {
    const { err } = await iw(["explain", "nosuch", "clarity", "neither", "--general"]);
    expect(err.match(/^error: /gm)).toHaveLength(2);
  });

  test("explains the general advice when nothing is known and nobody can be asked", async () => {
    const { code, out } = await iw(["explain"]);
    expect(code).toBe(0);
    expect(out).toContain("Nothing is known of you");
  });
});

const ids = (kind: "field" | "stage" | "goal" | "concern" | "country"): string[] =>
  bundled()
    .all(kind)
    .map(({ id }) => id);
const someone = fc
  .record({
    field: fc.option(fc.constantFrom(...ids("field"))),
    stage: fc.option(fc.constantFrom(...ids("stage"))),
    goals: fc.uniqueArray(fc.constantFrom(...ids("goal")), { maxLength: 2 }),
    concerns: fc.uniqueArray(fc.constantFrom(...ids("concern")), { maxLength: 3 }),
    country: fc.option(fc.constantFrom(...ids("country").filter((id) => id !== "remote"))),
  })
  .map(({ field, stage, goals, concerns, country }) => [
    ...(field ? ["--field", field] : []),
    ...(stage ? ["--stage", stage] : []),
    ...goals.flatMap((goal) => ["--goal", goal]),
    ...concerns.flatMap((concern) => ["--concern", concern]),
    ...(country ? ["--country", country] : []),
  ])
  .map((flags) => (flags.length > 0 ? flags : ["--general"]));

describe("for 150 random people", () => {
  test("the parts of each benefit sum to its score, and each id is explained", async () => {
    const property = fc.asyncProperty(someone, async (flags) => {
      const advice = await run<Advice>(["advise", ...flags]);
      for (const { score, parts } of advice.benefits)
        expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
      const all = [...new Set(idsOf(advice))];
      expect(await explainAll(all, flags)).toHaveLength(all.length);
    });
    await fc.assert(property, { numRuns: 150, seed: 21 });
  }, 120_000);

  test("each change that is named for a step or a point comes true", async () => {
    let tried = 0;
    const property = fc.asyncProperty(someone, async (flags) => {
      const advice = await run<Advice>(["advise", ...flags]);
      const plan = await run<Plan>(["checklist", ...flags]);
      const points = [...advice.case.for, ...advice.case.against].map(({ rule }) => rule);
      const steps = plan.steps.map(({ id }) => id);
      const ids = [...points, ...steps, ...plan.leftOut.slice(0, 5).map(({ id }) => id)];
      for (const { id, kind, wouldChange } of await explainAll(ids, flags)) {
        for (const { flag } of wouldChange.slice(0, 2)) {
          tried++;
          const changed = withFlag(flags, flag);
          const after = kind === "point" ? await run<Advice>(["advise", ...changed]) : undefined;
          const now = after
            ? [...after.case.for, ...after.case.against].map(({ rule }) => rule)
            : (await run<Plan>(["checklist", ...changed])).steps.map((step) => step.id);
          expect(now.includes(id), `${id}: ${flags.join(" ")} -> ${flag}`).toBe(![...points, ...steps].includes(id));
        }
      }
    });
    await fc.assert(property, { numRuns: 30, seed: 23 });
    expect(tried).toBeGreaterThan(100);
  }, 120_000);

  test("each flip comes true when the answer is changed", async () => {
    let tried = 0;
    const property = fc.asyncProperty(someone, async (flags) => {
      const before = await run<Advice>(["advise", ...flags]);
      for (const flip of before.flips) {
        tried++;
        const after = await run<Advice>(["advise", ...withFlip(flags, flip)]);
        expect(after.conclusion.id, `${flags.join(" ")}: ${flip.flag}`).toBe(flip.conclusion);
        expect(after.benefits.slice(0, 3).map(({ id }) => id)).toEqual(flip.topThree);
        expect(flip.changes.includes("conclusion")).toBe(after.conclusion.id !== before.conclusion.id);
      }
    });
    await fc.assert(property, { numRuns: 150, seed: 22 });
    expect(tried).toBeGreaterThan(500);
  }, 120_000);
});

/** The flags of the same person with one flag more, or without one: as `explain` writes it. */
function withFlag(flags: string[], flag: string): string[] {
  const words = flag.split(" ");
  if (words[0] !== "without") return [...flags.filter((word) => word !== "--general"), ...words];
  const at = flags.findIndex((word, i) => word === words[1] && flags[i + 1] === words[2]);
  expect(at, `${flag} is no flag of ${flags.join(" ")}`).toBeGreaterThanOrEqual(0);
  const left = flags.filter((_, i) => i !== at && i !== at + 1);
  return left.length > 0 ? left : ["--general"];
}

/** The flags of the same person with one answer changed. */
function withFlip(flags: string[], { answer, value, without }: Advice["flips"][number]): string[] {
  const pairs = flags.flatMap((flag, i) =>
    flag.startsWith("--") && flag !== "--general" ? [[flag, flags[i + 1] ?? ""]] : [],
  );
  const name = `--${answer}`;
  const kept = pairs.filter(([flag, given]) => flag !== name || (answer === "concern" && given !== without));
  const changed = [...kept.flat(), ...(value ? [name, value] : [])];
  return changed.length > 0 ? changed : ["--general"];
}
