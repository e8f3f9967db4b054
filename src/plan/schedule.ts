import type { Day } from "../profile/dates.ts";

/** One piece of work for one person. */
export interface Task {
  id: string;
  /** Hours of work. */
  effort: number;
  /** The first day it can be worked on. */
  earliest: Day;
  /** The day it is best done by. */
  due: Day;
  /** Calendar days it takes besides the work, before it counts as done. */
  wait: number;
  /** Tasks that must be done before it begins. */
  after: readonly string[];
  /** Days by which its date is taken to be earlier in the order, so that it comes before what is late anyway. */
  ahead?: number;
}

/** The time there is: hours a week from `today` on, none on busy days (both ends included). */
export interface Capacity {
  today: Day;
  hoursPerWeek: number;
  busy: readonly (readonly [from: Day, to: Day])[];
}

/** When a task is worked on (first and last day), and the day it is done: after its waiting time. */
export interface Slot {
  start: Day;
  worked: Day;
  done: Day;
}

/**
 * Schedules tasks for one person so that the greatest lateness is small.
 *
 * Each task gets an ordering date: the minimum of its own due date and its successors' ordering dates. At every
 * moment the ready task with the earliest ordering date is worked on; long tasks are split. Without waiting times this
 * is optimal (Lawler 1973, Horn 1974 with release dates: 1 | pmtn, prec, r | Lmax), also where a waiting time ends a
 * chain. Subtracting the work from the dates is not. With waiting times in between the problem is NP-hard, so several
 * orders are tried and the best is kept.
 *
 * @throws when the prerequisites go in a circle
 */
export function schedule(tasks: readonly Task[], capacity: Capacity): Map<string, Slot> {
  const clock = new WorkClock(capacity);
  const graph = new Graph(tasks);
  const orders = ordersFor(tasks, capacity);
  let best: { slots: Slot[]; lateness: number } | undefined;
  for (const lead of orders) {
    const slots = simulate(graph, graph.orderingDates(lead), clock);
    const lateness = greatestLateness(tasks, slots);
    if (!best || lateness < best.lateness) best = { slots, lateness };
  }
  return new Map(tasks.map((task, i) => [task.id, best?.slots[i] as Slot]));
}

/**
 * The orders worth trying. A waiting time that nothing follows is a tail: the due date moves ahead by it, and one order
 * is optimal. Only waiting times in the middle make the problem hard.
 */
function ordersFor(tasks: readonly Task[], capacity: Capacity): Lead[] {
  const waiting = new Set(tasks.filter((task) => task.wait > 0).map((task) => task.id));
  const minusWait: Lead = (task) => task.wait;
  if (!tasks.some((task) => task.after.some((id) => waiting.has(id)))) return [minusWait];
  return [ordering, minusWait, (task) => task.wait + daysOfWork(task, capacity), "own"];
}

/** Days by which a successor's date is moved ahead for a task's sake; "own" looks at no successor. */
type Lead = ((task: Task) => number) | "own";
const ordering: Lead = () => 0;
const daysOfWork = (task: Task, capacity: Capacity): number => Math.ceil((task.effort * 7) / capacity.hoursPerWeek);

const greatestLateness = (tasks: readonly Task[], slots: readonly Slot[]): number =>
  tasks.reduce((most, task, i) => Math.max(most, (slots[i]?.done ?? 0) - task.due), Number.NEGATIVE_INFINITY);

/** The tasks by number, with prerequisites before the tasks that need them in `sorted`. Unknown ids count as met. */
class Graph {
  readonly successors: number[][];
  readonly prerequisites: number[];
  /** The place of each task when sorted by prerequisites: breaks ties between equal dates. */
  readonly ranks: number[] = [];
  private readonly sorted: number[] = [];

  constructor(readonly tasks: readonly Task[]) {
    const numbers = new Map(tasks.map((task, i) => [task.id, i]));
    this.successors = tasks.map(() => []);
    this.prerequisites = tasks.map((task, i) => {
      const known = task.after.flatMap((id) => numbers.get(id) ?? []);
      for (const before of known) this.successors[before]?.push(i);
      return known.length;
    });
    const open = [...this.prerequisites];
    for (let i = 0; i < tasks.length; i++) if (open[i] === 0) this.sorted.push(i);
    for (let at = 0; at < this.sorted.length; at++) {
      for (const next of this.successors[this.sorted[at] as number] ?? []) {
        open[next] = (open[next] ?? 0) - 1;
        if (open[next] === 0) this.sorted.push(next);
      }
    }
    if (this.sorted.length < tasks.length) throw new Error("prerequisites go in a circle");
    this.sorted.forEach((task, place) => {
      this.ranks[task] = place;
    });
  }

  orderingDates(lead: Lead): number[] {
    const dates = this.tasks.map((task) => task.due - (task.ahead ?? 0) - (lead === "own" ? 0 : lead(task)));
    if (lead === "own") return dates;
    for (const i of this.sorted.toReversed()) {
      const ahead = lead(this.tasks[i] as Task);
      for (const next of this.successors[i] ?? []) {
        dates[i] = Math.min(dates[i] as number, (dates[next] as number) - ahead);
      }
    }
    return dates;
  }
}

/** Works through the tasks hour by hour of the work clock, always on the ready one with the earliest date. */
function simulate(graph: Graph, dates: readonly number[], clock: WorkClock): Slot[] {
  const { ranks } = graph;
  const ready = new Heap<number>(
    (a, b) => (dates[a] as number) - (dates[b] as number) || (ranks[a] as number) - (ranks[b] as number),
  );
  const waiting = new Heap<{ task: number; at: number }>((a, b) => a.at - b.at || a.task - b.task);
  const open = [...graph.prerequisites];
  const readyFrom = graph.tasks.map((task) => clock.hoursBefore(task.earliest));
  const left = graph.tasks.map((task) => task.effort);
  const slots: Slot[] = [];
  let now = 0;
  open.forEach((count, task) => {
    if (count === 0) waiting.push({ task, at: readyFrom[task] as number });
  });
  while (ready.size + waiting.size > 0) {
    if (ready.size === 0) now = Math.max(now, waiting.first?.at ?? now);
    while (waiting.first && waiting.first.at <= now + TINY) ready.push((waiting.pop() as { task: number }).task);
    const task = ready.pop() as number;
    const until = Math.min(now + (left[task] as number), Math.max(waiting.first?.at ?? Number.POSITIVE_INFINITY, now));
    slots[task] ??= { start: clock.dayStarting(now), worked: 0, done: 0 };
    left[task] = (left[task] as number) - (until - now);
    now = until;
    if ((left[task] as number) > TINY) ready.push(task);
    else finish(task);
  }
  return slots;

  function finish(task: number): void {
    const { wait } = graph.tasks[task] as Task;
    const slot = slots[task] as Slot;
    slot.worked = Math.max(slot.start, clock.dayEnding(now));
    slot.done = slot.worked + wait;
    for (const next of graph.successors[task] ?? []) {
      const from = wait > 0 ? clock.hoursBefore(slot.done + 1) : now;
      readyFrom[next] = Math.max(readyFrom[next] as number, from);
      open[next] = (open[next] as number) - 1;
      if (open[next] === 0) waiting.push({ task: next, at: readyFrom[next] as number });
    }
  }
}

const TINY = 1e-7;

/** Translates between days and hours of work: each free day holds a seventh of the week's hours. */
class WorkClock {
  private readonly perDay: number;
  private readonly busy: Span[];

  constructor(private readonly capacity: Capacity) {
    this.perDay = capacity.hoursPerWeek / 7;
    this.busy = merge(capacity.busy, capacity.today);
  }

  /** Hours of work there are before a day begins. */
  hoursBefore(day: Day): number {
    let free = day - this.capacity.today;
    for (const { from, to } of this.busy) if (from < day) free -= Math.min(to + 1, day) - from;
    return Math.max(0, free) * this.perDay;
  }

  /** The day on which work that begins after `hours` begins. */
  dayStarting = (hours: number): Day => this.freeDay(Math.floor(hours / this.perDay + TINY));

  /** The day on which the work of `hours` is finished. */
  dayEnding = (hours: number): Day => this.freeDay(Math.max(0, Math.ceil(hours / this.perDay - TINY) - 1));

  private freeDay(count: number): Day {
    let day = this.capacity.today + count;
    for (const { from, to } of this.busy) if (from <= day) day += to - from + 1;
    return day;
  }
}

interface Span {
  from: Day;
  to: Day;
}

/** Busy times from today on, sorted and without overlap. */
function merge(busy: Capacity["busy"], today: Day): Span[] {
  const merged: Span[] = [];
  const spans = busy.map(([from, to]) => ({ from: Math.max(from, today), to })).filter(({ to }) => to >= today);
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else merged.push(span);
  }
  return merged;
}

/** A binary heap: the smallest item first. */
class Heap<T> {
  private readonly items: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  get size(): number {
    return this.items.length;
  }

  get first(): T | undefined {
    return this.items[0];
  }

  push(item: T): void {
    this.items.push(item);
    let at = this.items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.ordered(parent, at)) return;
      this.swap(parent, at);
      at = parent;
    }
  }

  pop(): T | undefined {
    const first = this.items[0];
    const last = this.items.pop() as T;
    if (this.items.length === 0) return first;
    this.items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      let smallest = this.ordered(at, left) ? at : left;
      if (!this.ordered(smallest, left + 1)) smallest = left + 1;
      if (smallest === at) return first;
      this.swap(at, smallest);
      at = smallest;
    }
  }

  /** Whether the item at `a` may stand above the one at `b`; an empty place may stand below anything. */
  private ordered(a: number, b: number): boolean {
    return b >= this.items.length || this.compare(this.items[a] as T, this.items[b] as T) <= 0;
  }

  private swap(a: number, b: number): void {
    const item = this.items[a] as T;
    this.items[a] = this.items[b] as T;
    this.items[b] = item;
  }
}
