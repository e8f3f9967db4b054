import { type Day, formatDay, mondayOf } from "../profile/dates.ts";
import type { Plan, Step } from "./plan.ts";
import type { PlanFile } from "./plan-file.ts";

export interface NextStep {
  id: string;
  title: string;
  due: string | null;
  effortHours: number;
  doneWhen: string;
  /** Open steps that come first. */
  waitsFor: string[];
}

export interface Next {
  /** Steps whose day has passed and that nothing holds up. */
  late: NextStep[];
  /** What is to be begun or done this week; if that is nothing, the step that comes first. */
  now: NextStep[];
  /** Steps that can begin, and are due after this week. */
  later: NextStep[];
  /** Steps that other open steps hold up. */
  waiting: NextStep[];
  /** Open steps of their owner's own that have no day. */
  own: string[];
  progress: { done: number; all: number; hoursLeft: number };
}

/** What to do now, from the dates in the file. */
export function whatNext(plan: Plan, file: PlanFile, today: Day): Next {
  const open = plan.steps.filter((step) => step.status === "open");
  const isUndatedOwn = ({ because, due }: Step): boolean => because[0] === "own" && due === null;
  const openIds = new Set(open.map((step) => step.id));
  const steps = open
    .filter((step) => !isUndatedOwn(step))
    .map((step) => toNext(step, openIds))
    .sort((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1));
  const ready = steps.filter((step) => step.waitsFor.length === 0);
  const day = formatDay(today);
  const sunday = formatDay(mondayOf(today) + 6);
  const late = ready.filter((step) => step.due !== null && step.due < day);
  // What waits long after it was begun is begun long before its day.
  const begun = new Set(open.flatMap(({ id, start }) => (start !== null && start <= sunday ? [id] : [])));
  const isSoon = ({ id, due }: NextStep): boolean => begun.has(id) || (due !== null && due <= sunday);
  const soon = ready.filter((step) => !late.includes(step) && isSoon(step));
  const first = late.length + soon.length === 0 ? ready.slice(0, 1) : [];
  const now = [...soon, ...first];
  return {
    late,
    now,
    later: ready.filter((step) => !late.includes(step) && !now.includes(step)),
    waiting: steps.filter((step) => step.waitsFor.length > 0),
    own: open.filter(isUndatedOwn).map(({ title }) => title),
    progress: {
      done: file.steps.filter((step) => step.done).length,
      all: file.steps.length,
      hoursLeft: open.reduce((sum, step) => sum + step.effortHours, 0),
    },
  };
}

const toNext = ({ id, title, due, effortHours, doneWhen, after }: Step, open: ReadonlySet<string>): NextStep => ({
  id,
  title,
  due,
  effortHours,
  doneWhen,
  waitsFor: after.filter((before) => open.has(before)),
});

/** What a step waits for, by title. */
export function waitsForTitles({ waitsFor }: NextStep, { late, now, later, waiting }: Next): string[] {
  const titles = new Map([...late, ...now, ...later, ...waiting].map(({ id, title }) => [id, title]));
  return waitsFor.map((id) => titles.get(id) ?? id);
}
