import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPlan, makePlan } from "../../src/plan/make-plan.ts";
import type { Change, Plan } from "../../src/plan/plan.ts";
import { select } from "../../src/plan/select.ts";
import { formatDay, parseDay } from "../../src/profile/dates.ts";
import { answersOf, answerTopics, type Profile } from "../../src/profile/profile.ts";
import { bundled, today } from "../world.ts";

const library = bundled();
const planOf = (profile: Profile): Plan => makePlan(profile, library, today);
const fits = (plan: Plan): boolean => plan.verdict.id !== "does-not-fit";
const changeOf = <K extends Change["kind"]>(plan: Plan, kind: K) =>
  plan.verdict.changes.find((change): change is Extract<Change, { kind: K }> => change.kind === kind);

/** The plan without some of its steps. */
function planWithout(profile: Profile, ids: readonly string[]): Plan {
  const selection = select(answerTopics(profile, library), answersOf(profile, library, today), library, false);
  const selected = selection.selected.filter(({ action }) => !ids.includes(action.id));
  const parts = { name: "x", planId: planOf(profile).planId, done: new Set<string>(), command: "" };
  return buildPlan(profile, library, today, { ...parts, selection: { ...selection, selected } });
}

/** People with little time or a near start, so that many plans do not fit. */
const people = fc.record<Profile>({
  field: fc.constantFrom("nursing", "computing", "law", "humanities", "trades", "arts"),
  stage: fc.constantFrom("first-year", "penultimate", "final-year", "recent-graduate"),
  goals: fc.constantFrom(["job"], ["clarity"], ["skills", "proof"]),
  concerns: fc.constantFrom([], ["money"], ["visa"], ["no-experience", "no-network"]),
  start: fc.integer({ min: 20, max: 300 }).map((days) => formatDay(today + days)),
  hours: fc.integer({ min: 1, max: 12 }).map((half) => half / 2),
  busy: fc.constantFrom([], [{ from: "2026-12-19", to: "2027-01-03" }]),
});

describe("the verdict", () => {
  test("names the smallest changes: each makes the plan fit, and a smaller one does not", () => {
    let short = 0;
    const run = fc.property(people, (profile) => {
      const plan = planOf(profile);
      if (fits(plan)) {
        expect(plan.verdict.changes).toEqual([]);
        return;
      }
      short++;
      const hours = changeOf(plan, "hours");
      if (hours) {
        expect(fits(planOf({ ...profile, hours: hours.to }))).toBe(true);
        expect(fits(planOf({ ...profile, hours: Math.max(hours.from, hours.to - 0.5) }))).toBe(false);
      }
      const start = changeOf(plan, "start");
      if (start) {
        expect(fits(planOf({ ...profile, start: start.to }))).toBe(true);
        expect(fits(planOf({ ...profile, start: formatDay((parseDay(start.to) ?? 0) - 1) }))).toBe(false);
      }
      const dropped = changeOf(plan, "leave-out");
      if (dropped) {
        expect(fits(planWithout(profile, dropped.steps))).toBe(true);
        for (const { id, priority } of plan.steps)
          if (dropped.steps.includes(id)) expect(priority).not.toBe("essential");
      }
    });
    fc.assert(run, { numRuns: 300, seed: 9 });
    expect(short).toBeGreaterThan(50);
  }, 120_000);

  test("fewer days to spare than two weeks are tight, and the chain ends with the step that decides", () => {
    let tight = 0;
    const run = fc.property(people, (profile) => {
      const { verdict, steps } = planOf(profile);
      if (verdict.id === "fits") {
        expect(verdict.slackDays).toBeGreaterThanOrEqual(14);
        return;
      }
      tight++;
      expect(verdict.slackDays).toBeLessThan(14);
      expect(verdict.chain.length).toBeGreaterThan(0);
      const chain = steps.filter(({ id }) => verdict.chain.includes(id));
      expect(chain).toHaveLength(verdict.chain.length);
      for (const { due, latest, late } of chain) expect(late || `${due}` <= `${latest}`).toBe(true);
    });
    fc.assert(run, { numRuns: 300, seed: 10 });
    expect(tight).toBeGreaterThan(50);
  }, 120_000);

  test("with an interview agreed, what serves it comes before it", () => {
    const profile = { field: "computing", stage: "penultimate", start: "2027-06-01", hours: 6 };
    const mockOf = (more: Profile) => planOf({ ...profile, ...more }).steps.find(({ id }) => id === "mock");
    expect(mockOf({})?.due && `${mockOf({})?.due}` > "2027-02-10").toBe(true);
    expect(`${mockOf({ interview: "2027-02-10" })?.due}` < "2027-02-10").toBe(true);
    expect(mockOf({ interview: "2027-02-10" })?.latest).toBe("2027-02-10");
  });
});
