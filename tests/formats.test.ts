import { parse } from "csv-parse/sync";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { PLAN_FORMATS } from "../src/formats/plan-formats.ts";
import { makePlan } from "../src/plan/make-plan.ts";
import type { Plan } from "../src/plan/plan.ts";
import { bundled, today } from "./world.ts";

const profile = { field: "nursing", stage: "first-year", goals: ["clarity"], start: "2027-06-01", hours: 4 };
const made = makePlan(profile, bundled(), today);
const plan: Plan = {
  ...made,
  steps: made.steps.map((step, i) => (i === 2 ? { ...step, status: "done" as const } : step)),
};
const as = (format: string, of: Plan = plan): string => PLAN_FORMATS[format]?.(of) ?? "";

const withTitle = (title: string): Plan => ({
  ...plan,
  name: title,
  steps: plan.steps.slice(0, 3).map((step) => ({ ...step, title, why: title })),
});
const hostile = fc.string({ unit: "binary", size: "max", maxLength: 100 });
const todos = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vtodo");

test("ics has an all-day event for each open step, ending on the next day", () => {
  const events = new ICAL.Component(ICAL.parse(as("ics")))
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));
  const open = plan.steps.filter(({ status }) => status === "open");
  expect(events.map((event) => event.startDate.toString())).toEqual(open.map(({ due }) => due));
  for (const event of events) expect(event.endDate.subtractDate(event.startDate).toSeconds()).toBe(86_400);
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;

describe("hostile text is inert", () => {
  test("in every format, on random texts", () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const of = withTitle(title);
        for (const [, cell] of as("csv", of).matchAll(/(?:^|,)"?([=+\-@][^0-9])/gm)) expect(cell).toBeUndefined();
        expect(parse(as("csv", of), { columns: true })).toHaveLength(3);
        expect(todos(as("ics-todo", of))).toHaveLength(3);
        for (const line of as("ics", of).split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(as("todotxt", of).trimEnd().split("\n")).toHaveLength(3);
        expect(JSON.parse(as("taskwarrior", of))).toHaveLength(3);
        for (const format of Object.keys(PLAN_FORMATS)) expect(as(format, of)).not.toMatch(CONTROL);
      }),
      { numRuns: 2_000, seed: 6 },
    );
  }, 120_000);
});
