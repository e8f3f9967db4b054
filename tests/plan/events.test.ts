import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { Step } from "../../src/plan/plan.ts";
import { formatDay } from "../../src/profile/dates.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { bundled, today } from "../world.ts";

const library = bundled();
const inDays = (days: number): string => formatDay(today + days);
const stepsOf = (profile: Profile): Map<string, Step> =>
  new Map(
    makePlan({ stage: "penultimate", hours: 6, ...profile }, library, today).steps.map((step) => [step.id, step]),
  );

describe("what is agreed brings the steps that belong to it, in time", () => {
  test.each(library.ids("field"))("an interview in two weeks, and an offer in three: %s", (field) => {
    const start = "2027-06-01";
    const before = stepsOf({ field, start, interview: inDays(14) });
    for (const id of ["employer-brief", "mock"]) {
      const { because = [], rules = [], answers = [] } = before.get(id) ?? {};
      expect([because, rules, answers]).toEqual([
        expect.arrayContaining(["interview"]),
        expect.arrayContaining(["event"]),
        expect.arrayContaining(["interview"]),
      ]);
      expect((before.get(id)?.due ?? "") <= inDays(14), id).toBe(true);
    }
    const offered = stepsOf({ field, start, offer: inDays(21) });
    for (const id of ["written-offer", "pay-check"]) {
      expect(offered.get(id)?.because).toContain("offer");
      expect((offered.get(id)?.due ?? "") <= inDays(21), id).toBe(true);
    }
    expect([...stepsOf({ field, start }).values()].flatMap(({ rules }) => rules)).not.toContain("event");
  });

  test("an unpaid offer in hand is checked within two weeks, whenever hiring is", () => {
    for (const start of ["2027-01-15", "2027-06-01", "2027-10-01"]) {
      const check = stepsOf({ field: "humanities-languages", concerns: ["unpaid-offer"], start }).get("pay-check");
      expect((check?.due ?? "") <= inDays(14), start).toBe(true);
    }
  });
});

describe("who still goes to school", () => {
  const COLD = ["alumni", "coffee-chats", "cold-pitch", "referral", "info-interviews", "linkedin", "remote-options"];

  test.each(library.ids("field"))("%s: no hiring calendar, no message to a stranger, no clinic or agency", (field) => {
    const profile = { field, stage: "secondary", concerns: ["rural", "no-network", "rejected"], start: "2027-06-14" };
    for (const all of [false, true]) {
      const { calendar, steps } = makePlan(profile, library, today, { all });
      expect(calendar).toBeNull();
      const ids = steps.map(({ id }) => id);
      expect(ids.filter((id) => [...COLD, "clinical-clearances", "school-clearances", "letters"].includes(id))).toEqual(
        [],
      );
    }
  });
});

test("checks that take months are never what is left out to make a plan fit", () => {
  const left = ["nursing", "education", "social-work"].flatMap((field) =>
    ["2027-05-01", "2027-06-01"].flatMap((start) =>
      makePlan({ field, stage: "second-year", start, hours: 3 }, library, today).verdict.changes.flatMap((change) =>
        change.kind === "leave-out" ? change.steps : [],
      ),
    ),
  );
  expect(left.length).toBeGreaterThan(0);
  for (const id of ["clinical-clearances", "school-clearances"]) expect(left).not.toContain(id);
});

test("they stand only in the checklists of fields whose places ask for them", () => {
  const CHECKS = ["clinical-clearances", "school-clearances"];
  const asking = library
    .ids("field")
    .filter((field) => CHECKS.some((id) => stepsOf({ field, start: "2027-06-01" }).has(id)));
  expect(asking.sort()).toEqual(["education", "health-sciences", "medicine", "nursing", "social-work"]);
});
