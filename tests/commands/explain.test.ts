import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import type { Explanation } from "../../src/advice/explain/explanation.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { bundled, iw } from "../world.ts";

/** People of every kind, as flags. */
const PEOPLE = [
  "--field nursing --stage first-year --goal clarity --concern no-experience --concern confidence --country us --start 2027-06-01 --hours 4",
  "--field humanities --stage final-year --goal job --concern no-network --country de --start 2027-03-01 --hours 6",
  "--field computing --stage postgraduate --goal job --concern visa --country ca --start 2027-05-03",
  "--field humanities --stage recent-graduate --goal job --concern unpaid-offer --country gb --start 2027-01-04",
  "--field undecided --stage secondary --goal clarity --concern none",
  "--field computing --stage final-year --goal proof --concern asked-to-pay --country in",
  "--field medicine --stage second-year --goal further-study --concern required --concern had-one",
  "--field trades",
  "--general",
].map((flags) => flags.split(" "));

const run = async <T>(argv: string[]): Promise<T> => {
  const { code, out, err } = await iw([...argv, "--json"]);
  expect({ code, err: err.replace(/^warning: .*\n/gm, "") }, argv.join(" ")).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as T;
};

const explainAll = async (ids: string[], flags: string[]): Promise<Explanation[]> =>
  (await run<{ explanations: Explanation[] }>(["explain", ...ids, ...flags])).explanations;

/** Every id that an advice prints. */
function idsOf({
  conclusion,
  case: points,
  benefits,
  cautions,
  instead,
  firstSteps,
  unknown,
  flips,
  sources,
}: Advice): string[] {
  const cited = [...points.for, ...points.against, ...cautions, ...conclusion.always, ...instead];
  return [
    "conclusion",
    conclusion.id,
    ...conclusion.decidedBy.from,
    ...conclusion.conditions.map(({ from }) => from),
    ...[...points.for, ...points.against].map(({ rule }) => rule),
    ...cited.map(({ from }) => from),
    ...cited.flatMap((item) => ("facts" in item ? item.facts : [])),
    ...benefits.flatMap(({ id, parts, facts }) => [id, ...parts.map(({ from }) => from), ...facts]),
    ...benefits.flatMap(({ passages }) => passages.flatMap(({ id, topic, facts }) => [id, topic, ...facts])),
    ...instead.map(({ id }) => `alternative/${id}`),
    ...firstSteps.map(({ id }) => id),
    ...unknown.map(({ id }) => id),
    ...flips.flatMap(({ answer, value }) => (value ? [`${answer}/${value}`] : [])),
    ...sources.map(({ id }) => id),
  ];
}

const idsOfPlan = ({ steps, leftOut, verdict }: Plan): string[] => [
  ...steps.flatMap(({ id, after, because, facts }) => [
    id,
    ...after,
    ...because.filter((each) => /^(?!before)[a-z]+\//.test(each)),
    ...facts,
  ]),
  ...leftOut.map(({ id }) => id),
  ...verdict.chain,
];

describe.each(PEOPLE)("explain, for %s %s %s %s", (...flags) => {
  test("knows every id that the advice and the plan print", async () => {
    const advice = await run<Advice>(["advise", ...flags]);
    const plan = await run<Plan>(["checklist", ...flags, "--all"]);
    const ids = [...new Set([...idsOf(advice), ...idsOfPlan(plan)])];
    expect(ids.length).toBeGreaterThan(90);
    const explanations = await explainAll(ids, flags);
    for (const [i, { title, chosen, because }] of explanations.entries()) {
      expect(title, ids[i]).not.toBe("");
      expect(chosen, ids[i]).not.toBe("");
      expect(because.length, `${ids[i]} rests on nothing`).toBeGreaterThan(0);
      for (const { answer, said, rule, claim } of because)
        for (const part of [answer, said, rule, claim]) expect(part, ids[i]).not.toBe("");
    }
    const { code, out } = await iw(["explain", ...ids, ...flags, "--md"]);
    expect(code).toBe(0);
    expect(out.match(/^# Why: ./gm)).toHaveLength(ids.length);
  });

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
