import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Capacity, type Slot, schedule, type Task } from "../../src/plan/schedule.ts";
import { mondayOf } from "../../src/profile/dates.ts";

const TODAY = 20_779; // 2026-11-22, a Sunday
const capacity = (more: Partial<Capacity> = {}): Capacity => ({ today: TODAY, hoursPerWeek: 7, busy: [], ...more });
const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  effort: 1,
  earliest: TODAY,
  due: TODAY + 30,
  wait: 0,
  after: [],
  ...more,
});

describe("schedule", () => {
  test("does one thing after the other, the earliest date first", () => {
    const slots = schedule(
      [task("later", { effort: 2, due: TODAY + 9 }), task("sooner", { effort: 3, due: TODAY + 5 })],
      capacity(),
    );
    expect(slots.get("sooner")).toEqual({ start: TODAY, worked: TODAY + 2, done: TODAY + 2 });
    expect(slots.get("later")).toEqual({ start: TODAY + 3, worked: TODAY + 4, done: TODAY + 4 });
  });

  test("a prerequisite inherits the date of what needs it", () => {
    const tasks = [
      task("alone", { due: TODAY + 5 }),
      task("first", { due: TODAY + 90 }),
      task("urgent", { due: TODAY + 2, after: ["first"] }),
    ];
    const slots = schedule(tasks, capacity());
    expect(slots.get("first")?.done).toBe(TODAY);
    expect(slots.get("urgent")?.done).toBe(TODAY + 1);
  });

  test("busy days hold no work", () => {
    const slots = schedule([task("long", { effort: 3 })], capacity({ busy: [[TODAY + 1, TODAY + 7]] }));
    expect(slots.get("long")).toEqual({ start: TODAY, worked: TODAY + 9, done: TODAY + 9 });
  });

  test("waiting time delays what comes after, and other work goes on meanwhile", () => {
    const tasks = [
      task("form", { wait: 10 }),
      task("next", { after: ["form"] }),
      task("other", { effort: 4, due: TODAY + 60 }),
    ];
    const slots = schedule(tasks, capacity());
    expect(slots.get("form")).toEqual({ start: TODAY, worked: TODAY, done: TODAY + 10 });
    expect(slots.get("next")?.start).toBe(TODAY + 11);
    expect(slots.get("other")?.start).toBe(TODAY + 1);
  });

  test("nothing begins before its earliest day", () => {
    expect(schedule([task("window", { earliest: TODAY + 20 })], capacity()).get("window")?.start).toBe(TODAY + 20);
  });

  test("a circle of prerequisites is an error", () => {
    expect(() => schedule([task("a", { after: ["b"] }), task("b", { after: ["a"] })], capacity())).toThrow("circle");
  });
});

/** Small cases: up to six tasks, prerequisites only to tasks before them, some busy time. */
const cases = fc.record({
  tasks: fc
    .array(
      fc.record({
        effort: fc.integer({ min: 1, max: 12 }),
        due: fc.integer({ min: 0, max: 60 }),
        after: fc.array(fc.nat(5), { maxLength: 2 }),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((list) =>
      list.map(({ effort, due, after }, i) =>
        task(`t${i}`, { effort: effort / 2, due: TODAY + due, after: after.filter((j) => j < i).map((j) => `t${j}`) }),
      ),
    ),
  hoursPerWeek: fc.constantFrom(1, 2, 3.5, 7, 10),
  busy: fc.array(
    fc.tuple(fc.nat(40), fc.nat(14)).map(([from, length]) => [TODAY + from, TODAY + from + length] as const),
    { maxLength: 2 },
  ),
});

const latenessOf = (tasks: readonly Task[], slots: ReadonlyMap<string, Slot>): number =>
  Math.max(...tasks.map(({ id, due }) => (slots.get(id)?.done ?? 0) - due));

/** The smallest greatest lateness over every order of the tasks that keeps the prerequisites. */
function exhaustive(tasks: readonly Task[], available: Capacity): number {
  let best = Number.POSITIVE_INFINITY;
  const visit = (order: Task[]): void => {
    if (order.length === tasks.length) {
      const chain = order.map((each, i) => ({ ...each, after: i > 0 ? [order[i - 1]?.id ?? ""] : [] }));
      best = Math.min(best, latenessOf(tasks, schedule(chain, available)));
      return;
    }
    for (const next of tasks) {
      if (!order.includes(next) && next.after.every((id) => order.some((each) => each.id === id)))
        visit([...order, next]);
    }
  };
  visit([]);
  return best;
}

describe("schedule, on random cases", () => {
  test("the greatest lateness is as small as exhaustive search can make it", () => {
    fc.assert(
      fc.property(cases, ({ tasks, hoursPerWeek, busy }) => {
        const available = capacity({ hoursPerWeek, busy });
        expect(latenessOf(tasks, schedule(tasks, available))).toBe(exhaustive(tasks, available));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  test("and so it is where waiting times stand at the ends of chains", () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }),
        ({ tasks, hoursPerWeek, busy }, waits) => {
          const followed = new Set(tasks.flatMap((each) => each.after));
          const ending = tasks.map((each, i) => (followed.has(each.id) ? each : { ...each, wait: waits[i] ?? 0 }));
          const available = capacity({ hoursPerWeek, busy });
          const tailless = ending.map((each) => ({ ...each, wait: 0, due: each.due - each.wait }));
          expect(latenessOf(ending, schedule(ending, available))).toBe(exhaustive(tailless, available));
        },
      ),
      { numRuns: 1_000, seed: 5 },
    );
  });

  test("prerequisites come first, nothing happens on busy days, no week holds more than its hours", () => {
    fc.assert(
      fc.property(cases, ({ tasks, hoursPerWeek, busy }) => {
        const slots = schedule(tasks, capacity({ hoursPerWeek, busy }));
        const weeks = new Map<number, number>();
        for (const { id, after, effort } of tasks) {
          const slot = slots.get(id) as Slot;
          for (const before of after) expect(slots.get(before)?.worked).toBeLessThanOrEqual(slot.start);
          for (const [from, to] of busy)
            for (const day of [slot.start, slot.worked]) expect(day < from || day > to).toBe(true);
          if (mondayOf(slot.start) === mondayOf(slot.worked)) {
            weeks.set(mondayOf(slot.start), (weeks.get(mondayOf(slot.start)) ?? 0) + effort);
          }
        }
        for (const hours of weeks.values()) expect(hours).toBeLessThanOrEqual(hoursPerWeek + 1e-6);
      }),
      { numRuns: 1_000, seed: 2 },
    );
  });
});
