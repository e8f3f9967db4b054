import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePlan, uidsOf } from "../../src/plan/make-plan.ts";
import type { Plan, Step } from "../../src/plan/plan.ts";
import { formatDay } from "../../src/profile/dates.ts";
import { bundled, today } from "../world.ts";
import { type Item, oneLine, READERS } from "./readers.ts";

const profile = { field: "nursing", stage: "first-year", goals: ["clarity"], start: "2027-06-01", hours: 4 };
const made = makePlan(profile, bundled(), today);

/** In todo.txt nothing in a title may read as a project, a context or a key. */
const titleIn = (format: string, title: string): string =>
  format === "todotxt" ? oneLine(title).replace(/[+@:\u2236]/g, "") : oneLine(title);

/** What each format must hold of a plan, in any order. */
function expected(format: string, { steps }: Plan): Item[] {
  const shown = format === "ics" ? steps.filter(({ due, status }) => due !== null && status === "open") : steps;
  const uids = new Map(shown.map(({ id, uid }) => [id, uid]));
  return shown.map(({ uid, title, due, status, after }) => ({
    uid,
    title: titleIn(format, title),
    due,
    done: status === "done",
    after: after.flatMap((id) => uids.get(id) ?? []).sort(),
  }));
}

const byUid = (items: readonly Item[]): Item[] => [...items].sort((a, b) => (a.uid < b.uid ? -1 : 1));
const read = (format: string, plan: Plan): Item[] =>
  byUid((READERS[format]?.(plan) ?? []).map((item) => ({ ...item, title: titleIn(format, item.title) })));

/** Up to five steps: any text as title (told apart by a number), some with a day, some done, some after others. */
const plans = fc
  .array(
    fc.record({
      title: fc.string({ unit: "binary", size: "max", maxLength: 40 }),
      due: fc.option(fc.integer({ min: 0, max: 400 })),
      done: fc.boolean(),
      after: fc.array(fc.nat(4), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5, size: "max" },
  )
  .map((list): Plan => {
    const uids = uidsOf(
      made.planId,
      list.map((_, i) => `s${i}`),
    );
    const steps = list.map(({ title, due, done, after }, i): Step => {
      const day = due === null ? null : formatDay(today + due);
      return {
        ...(made.steps[0] as Step),
        id: `s${i}`,
        uid: uids.get(`s${i}`) ?? "",
        title: `${i} x${title.replaceAll(";", ",")}x`,
        start: day,
        due: day,
        latest: day,
        status: done ? "done" : "open",
        after: [...new Set(after)].filter((j) => j < i).map((j) => `s${j}`),
      };
    });
    return { ...made, leftOut: [], steps };
  });

describe.each(Object.keys(READERS))("%s", (format) => {
  const known = new Set(made.steps.map(({ id }) => id));
  const plan: Plan = {
    ...made,
    steps: made.steps.map((step, i) => ({
      ...step,
      after: step.after.filter((id) => known.has(id)),
      status: i === 2 ? "done" : "open",
    })),
  };

  test("holds the steps, dates, states and dependencies of a plan", () => {
    expect(plan.steps.some(({ after }) => after.length > 0)).toBe(true);
    expect(read(format, plan)).toEqual(byUid(expected(format, plan)));
  });

  test("and those of 2,000 random ones", () => {
    const same = (random: Plan): void => {
      expect(read(format, random)).toEqual(byUid(expected(format, random)));
    };
    fc.assert(fc.property(plans, same), { numRuns: 2_000, seed: 11 });
  }, 120_000);
});
