import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Capacity, schedule, type Task } from "../src/plan/schedule.ts";

const TODAY = 20_779;
const CAPACITY: Capacity = { today: TODAY, hoursPerWeek: 4, busy: [[TODAY + 30, TODAY + 44]] };

/** Numbers that look random and are the same in every run (Park and Miller's generator). */
function* numbers(): Generator<number> {
  for (let seed = 1; ; ) {
    seed = (seed * 48_271) % 2_147_483_647;
    yield seed;
  }
}

/** A plan of many steps: every third waits, each needs up to two of those before it. */
export function manySteps(count: number): Task[] {
  const random = numbers();
  const below = (most: number): number => (random.next().value as number) % most;
  return Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    effort: (1 + below(12)) / 2,
    earliest: TODAY + below(200),
    due: TODAY + below(2 * count),
    wait: below(3) === 0 ? below(30) : 0,
    after: i < 3 ? [] : [...new Set([below(i), below(i)])].map((j) => `s${j}`),
  }));
}

/** Milliseconds of one schedule. */
export const timeOf = (tasks: readonly Task[]): number => {
  const from = performance.now();
  schedule(tasks, CAPACITY);
  return performance.now() - from;
};

export interface ScheduleTimes {
  /** Milliseconds of the first plan of 90 steps, the median of some processes, when nothing is compiled yet: what a run of the program pays. */
  first: number;
  /** Medians once compiled, and time per n log n against that of 90 steps. */
  sizes: { steps: number; ms: number; growth: number }[];
}

const FRESH = 9;

function firstOfAProcess(): number {
  const file = fileURLToPath(new URL("bench-schedule-first.ts", import.meta.url));
  return Number(execFileSync(process.execPath, ["--import", "tsx", file], { encoding: "utf8" }));
}

/** Times plans of 90, 1,000 and 10,000 steps, `runs` times each. */
export function scheduleTimes(runs: number): ScheduleTimes {
  const firsts = Array.from({ length: FRESH }, firstOfAProcess).sort((a, b) => a - b);
  for (let i = 0; i < 5; i++) timeOf(manySteps(10_000));
  const medians = [90, 1_000, 10_000].map((steps) => {
    const tasks = manySteps(steps);
    const times = Array.from({ length: runs }, () => timeOf(tasks));
    return { steps, ms: times.sort((a, b) => a - b)[runs >> 1] as number };
  });
  const perUnit = ({ steps, ms }: { steps: number; ms: number }): number => ms / (steps * Math.log(steps));
  const unit = perUnit(medians[0] as { steps: number; ms: number });
  return {
    first: firsts[FRESH >> 1] as number,
    sizes: medians.map((each) => ({ ...each, growth: perUnit(each) / unit })),
  };
}
