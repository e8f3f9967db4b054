import { type Day, MONTHS, mondayOf, parseDay, partsOf, shortDate } from "../profile/dates.ts";
import type { Plan, Step } from "./plan.ts";

export interface Group {
  /** "This week", "In January", "If nothing has come by 6 April". */
  title: string;
  id: "this-week" | "month" | "week" | "if-nothing" | "with-a-place" | "done";
  steps: Step[];
}

/** This week holds no more than this, so that it can be begun. */
const FIRST_STEPS = 3;
const FIRST_HOURS = 4;
const QUICK_HOURS = 0.5;
const PLAN_B = "plan-b";

/** The steps by time, as a person lives them: this week, the months to come, what waits for a place. */
export function groupByTime(plan: Plan, today: Day): Group[] {
  const done = plan.steps.filter(({ status }) => status === "done");
  const open = plan.steps.filter((step) => !done.includes(step));
  const withPlace = open.filter(
    (step) => isWithPlace(step) && step.id !== PLAN_B && !(step.phase === "offer" && isSoon(step, today)),
  );
  const fallback = open.filter((step) => step.id === PLAN_B);
  const before = open.filter((step) => !withPlace.includes(step) && !fallback.includes(step));
  const first = firstSteps(before, today);
  const groups: Group[] = [{ id: "this-week", title: titleOfFirst(first, today), steps: first }];
  const later = before.filter((each) => !first.includes(each)).sort((a, b) => orderOf(a) - orderOf(b));
  for (const step of later) {
    const title = titleFor(step, today);
    const last = groups.at(-1);
    if (last?.title === title) last.steps.push(step);
    else groups.push({ id: step.due ? "month" : "week", title, steps: [step] });
  }
  const by = fallback[0]?.due ? ` by ${shortDate(parseDay(fallback[0].due) ?? today, today)}` : "";
  groups.push({ id: "if-nothing", title: `If nothing has come${by}`, steps: fallback });
  groups.push({ id: "with-a-place", title: "Once you have a place", steps: withPlace });
  groups.push({ id: "done", title: "Done", steps: done });
  return mergeTitles(groups.filter((group) => group.steps.length > 0));
}

const isWithPlace = ({ phase }: Step): boolean => ["offer", "during", "after"].includes(phase);
const isSoon = ({ start, week }: Step, today: Day): boolean =>
  start ? (parseDay(start) ?? 0) < today + 7 : week !== null && week <= 1;

/** Who has no time this week begins later. */
function titleOfFirst([step]: readonly Step[], today: Day): string {
  const begins = step?.start ? parseDay(step.start) : undefined;
  return begins !== undefined && begins > mondayOf(today) + 6 ? `From ${shortDate(begins, today)}` : "This week";
}

/** From so many days of waiting on, the day to begin counts, not the day by which all of it is over. */
const LONG_WAIT = 14;

/** The day to begin a step that then waits long; undefined for all others. */
export const beginOf = ({ start, waitDays }: Step): Day | undefined =>
  start !== null && waitDays >= LONG_WAIT ? parseDay(start) : undefined;

const dayOf = (step: Step): Day | undefined => beginOf(step) ?? (step.due ? parseDay(step.due) : undefined);
const orderOf = (step: Step): number => dayOf(step) ?? step.week ?? Number.POSITIVE_INFINITY;

/**
 * The first few steps that can begin now: at most three, under four hours unless the first alone is longer, and among
 * them one that takes half an hour, so that there is something to begin with today.
 */
function firstSteps(steps: readonly Step[], today: Day): Step[] {
  const chosen: Step[] = [];
  const open = new Set(steps.map(({ id }) => id));
  let hours = 0;
  for (const step of steps) {
    if (chosen.length === FIRST_STEPS || (!isSoon(step, today) && chosen.length > 0)) break;
    if (chosen.length > 0 && hours + step.effortHours >= FIRST_HOURS) break;
    chosen.push(step);
    hours += step.effortHours;
  }
  const quick = steps.find((step) => step.effortHours <= QUICK_HOURS && step.after.every((id) => !open.has(id)));
  const needsQuick = quick && chosen.length < FIRST_STEPS && chosen.every((step) => step.effortHours > QUICK_HOURS);
  return needsQuick ? [...chosen, quick] : chosen;
}

/** A step whose owner took its date away has neither a day nor a week. */
function titleFor(step: Step, today: Day): string {
  const day = dayOf(step);
  if (day !== undefined) return monthTitle(day, today);
  return step.week === null ? "Without a date" : `Week ${step.week}`;
}

function monthTitle(day: Day, today: Day): string {
  const { year, month } = partsOf(day);
  const now = partsOf(today);
  const name = MONTHS[month - 1] ?? "";
  if (year === now.year && month === now.month) return `By the end of ${name}`;
  return year === now.year || (year === now.year + 1 && month < now.month) ? `In ${name}` : `In ${name} ${year}`;
}

function mergeTitles(groups: Group[]): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const same = merged.find((each) => each.title === group.title);
    if (same) same.steps.push(...group.steps);
    else merged.push(group);
  }
  return merged;
}
