import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { Step } from "../../src/plan/plan.ts";
import { bundled, today } from "../world.ts";

const library = bundled();

/** A field's checklist for a person who needs permission to work. */
const stepsOf = (field: string, start: string, all: boolean): Step[] =>
  makePlan({ field, stage: "first-year", concerns: ["no-experience", "visa"], start, hours: 4 }, library, today, {
    all,
  }).steps;

describe("the permission to work is asked for before anything is applied for", () => {
  const cases = library
    .ids("field")
    .flatMap((field) => ["2027-02-01", "2027-06-01", "2027-09-01"].map((start) => [field, start] as const));

  test.each(cases)("%s, from %s", (field, start) => {
    for (const all of [false, true]) {
      const steps = stepsOf(field, start, all);
      const check = steps.find(({ id }) => id === "visa-check") as Step;
      const applying = steps.filter(({ phase }) => phase === "apply");
      expect(applying.length).toBeGreaterThan(0);
      for (const { id, start: from, due, after } of applying) {
        expect(after).toContain("visa-check");
        expect([id, (check.start ?? "") <= (from ?? ""), (check.due ?? "") <= (due ?? "")]).toEqual([id, true, true]);
      }
    }
  });

  test("and neither it nor the paper is what is left out to make a plan fit", () => {
    const cases = ["accounting", "arts-design", "computing"].flatMap((field) =>
      ["2027-01-04", "2027-02-01", "2027-03-01"].flatMap((start) => [4, 8].map((hours) => ({ field, start, hours }))),
    );
    const left = cases.flatMap((each) => {
      const { verdict } = makePlan({ ...each, stage: "first-year", concerns: ["visa"] }, library, today);
      return verdict.changes.flatMap((change) => (change.kind === "leave-out" ? change.steps : []));
    });
    expect(left.length).toBeGreaterThan(0);
    expect(left).not.toContain("visa-check");
    expect(left).not.toContain("visa-authorise");
  });

  test("who needs none waits for nothing", () => {
    const { steps } = makePlan({ field: "nursing", stage: "first-year", start: "2027-06-01" }, library, today);
    expect(steps.flatMap(({ after }) => after)).not.toContain("visa-check");
  });
});
