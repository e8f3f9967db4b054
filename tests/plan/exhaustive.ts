/** Exhaustive searches to hold the scheduler against, written without a line of it: they count days one by one. */
import type { Capacity, Task } from "../../src/plan/schedule.ts";

/** Days ahead that a small case can need. */
const DAYS = 600;

const isFree = (day: number, { busy }: Capacity): boolean => !busy.some(([from, to]) => from <= day && day <= to);

/** The free days from today on. */
const freeDays = (capacity: Capacity): number[] =>
  Array.from({ length: DAYS }, (_, i) => capacity.today + i).filter((day) => isFree(day, capacity));

/**
 * The smallest greatest lateness (days) over every order of the tasks that keeps the prerequisites, each task worked on
 * in one piece as soon as its turn and its earliest day allow. For tasks without waiting times.
 */
export function bestOfAllOrders(tasks: readonly Task[], capacity: Capacity): number {
  const days = freeDays(capacity);
  const perDay = capacity.hoursPerWeek / 7;
  const hoursBefore = (day: number): number => days.filter((free) => free < day).length * perDay;
  const releases = tasks.map((task) => hoursBefore(task.earliest));
  const dayOfHour = (hours: number): number => days[Math.max(0, Math.ceil(hours / perDay - 1e-7) - 1)] as number;
  let best = Number.POSITIVE_INFINITY;
  const visit = (finished: ReadonlySet<number>, now: number, lateness: number): void => {
    if (lateness >= best) return;
    if (finished.size === tasks.length) best = lateness;
    tasks.forEach((task, i) => {
      if (finished.has(i) || !task.after.every((id) => [...finished].some((j) => tasks[j]?.id === id))) return;
      const end = Math.max(now, releases[i] as number) + task.effort;
      visit(new Set([...finished, i]), end, Math.max(lateness, dayOfHour(end) - task.due));
    });
  };
  visit(new Set(), 0, Number.NEGATIVE_INFINITY);
  return best;
}

/**
 * The smallest greatest lateness (days) when every free day holds one hour and any ready task may have it, so that tasks
 * may be split everywhere. Efforts are whole hours. To rest while something is ready never helps, so no day is wasted.
 */
export function bestOfAllSplits(tasks: readonly Task[], capacity: Capacity): number {
  const days = freeDays(capacity);
  const known = new Map<string, number>();
  const prerequisites = tasks.map((task) => tasks.flatMap((other, i) => (task.after.includes(other.id) ? [i] : [])));

  const search = (at: number, left: readonly number[], done: readonly number[]): number => {
    if (left.every((hours) => hours === 0)) return Number.NEGATIVE_INFINITY;
    const key = `${at} ${left} ${done}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const day = days[at] as number;
    const ready = tasks.flatMap((task, i) => {
      const isReady = task.earliest <= day && prerequisites[i]?.every((j) => left[j] === 0 && (done[j] ?? 0) < day);
      return (left[i] ?? 0) > 0 && isReady ? [i] : [];
    });
    const results = ready.map((i) => {
      const { due, wait } = tasks[i] as Task;
      const rest = left.map((hours, j) => (i === j ? hours - 1 : hours));
      if ((rest[i] ?? 0) > 0) return search(at + 1, rest, done);
      const end = day + wait;
      const next = search(
        at + 1,
        rest,
        done.map((when, j) => (i === j ? end : when)),
      );
      return Math.max(end - due, next);
    });
    const best = ready.length === 0 ? search(at + 1, left, done) : Math.min(...results);
    known.set(key, best);
    return best;
  };

  return search(
    0,
    tasks.map((task) => task.effort),
    tasks.map(() => 0),
  );
}
