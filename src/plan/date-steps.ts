import type { ActionTerms, Topic } from "../library/topic.ts";
import { type Day, mondayOf } from "../profile/dates.ts";
import {
  bestDayOf,
  type Events,
  eventsFor,
  followsInterview,
  isAgreed,
  type KnownDays,
  latestOf,
  stillOpen,
} from "./calendar.ts";
import { type Capacity, type Slot, schedule, type Task } from "./schedule.ts";
import type { Selected } from "./select.ts";

/** A selected action with its days. `due` is the day to have it done by. */
export interface Dated extends Selected {
  slot: Slot;
  due: Day;
  latest: Day;
  late: boolean;
}

/** Steps of the internship itself follow its dates and take none of the hours for looking and applying. */
export const isLater = (action: ActionTerms): boolean => action.phase === "during" || action.phase === "after";

/** Steps that wait for others among them because of their phase: no application before the permission is asked for. */
export function gated(selected: readonly Selected[]): Selected[] {
  const gates = selected.filter(({ action }) => action.gates.length > 0);
  if (gates.length === 0) return [...selected];
  return selected.map((item) => {
    const { action } = item;
    const ids = gates.flatMap((gate) => (gate.action.gates.includes(action.phase) ? [gate.action.id] : []));
    return ids.length === 0 ? item : { ...item, action: withAfter(action, ids) };
  });
}

const withAfter = (action: ActionTerms, ids: readonly string[]): ActionTerms => ({
  ...action,
  after: [...new Set([...action.after, ...ids])],
});

/** An unknown start is taken to lie this many days ahead: far enough that nothing is late. */
const FAR = 7 * 120;

/** Dates every selected action; those whose time has passed fall out with the reason, unless all are kept. */
export function dateSteps(
  selected: readonly Selected[],
  track: Topic<"track"> | undefined,
  known: KnownDays,
  capacity: Capacity,
  keepsAll = false,
): { kept: Dated[]; dropped: { id: string; title: string; reason: string }[] } {
  const { today } = capacity;
  const events = stillOpen(eventsFor({ ...known, start: known.start ?? today + FAR }, track), today);
  const windows = selected.map((item) => windowOf(item, events));
  const passed = ({ item: { action }, latest }: Window): boolean =>
    !keepsAll && latest < today && !mustStand(action, events, today);
  const dropped = windows.filter(passed).map(({ item: { action } }) => ({
    id: action.id,
    title: action.title,
    reason: "its time has passed",
  }));
  const kept = windows.filter((each) => !passed(each));
  const preparing = kept.filter(({ item }) => !isLater(item.action));
  const tasks = preparing.map((window) => toTask(window, events, capacity, known.start !== undefined));
  const slots = scheduleInTime(tasks, preparing, events, capacity);
  const dates = kept.map((window) => withDates(window, events, slots.get(window.item.action.id), capacity));
  return { kept: dates.sort(inTimeOrder), dropped };
}

/** A selected action with the day it is best done by, and the last one on which it helps. */
interface Window {
  item: Selected;
  best: Day;
  latest: Day;
}

const windowOf = (item: Selected, events: Events): Window => ({
  item,
  best: bestDayOf(item.action, events),
  latest: latestOf(item.action, events),
});

/** Best dates decide the order, unless that breaks a latest date and an order by latest dates breaks it less. */
function scheduleInTime(
  tasks: readonly Task[],
  windows: readonly Window[],
  events: Events,
  capacity: Capacity,
): Map<string, Slot> {
  const lateness = (slots: ReadonlyMap<string, Slot>): number =>
    Math.max(0, ...windows.map(({ item, latest }) => (slots.get(item.action.id)?.done ?? 0) - latest));
  const best = schedule(tasks, capacity);
  if (lateness(best) === 0) return best;
  // What stands already, such as an offer, waits for nobody's last day.
  const lastDays = windows.map(({ item, best: day, latest }) => (isAgreed(item.action, events) ? day : latest));
  const byLastDay = tasks.map((task, i) => ({ ...task, due: lastDays[i] as Day, best: task.due }));
  // Many have one last day: among those the best dates decide.
  const safe = schedule(
    byLastDay.sort((a, b) => a.best - b.best),
    capacity,
  );
  return lateness(safe) < lateness(best) ? safe : best;
}

/** Essential steps are never dropped silently: until the internship begins they stay and count as late. */
const mustStand = (action: ActionTerms, events: Events, today: Day): boolean =>
  action.priority === "essential" && !isLater(action) && events.start >= today;

/** What stands already, and is to be ready within this many days, comes before all that is late anyway ... */
const SOON_DAYS = 14;
/** ... by so many days, in the order of the dates. */
const AHEAD_DAYS = 1_000;

/** Nothing can be applied for before the window opens; interviews come after that, thanks after them. */
function toTask({ item: { action }, best }: Window, events: Events, { today }: Capacity, dated: boolean): Task {
  const opening = ["apply", "interview", "offer"].includes(action.phase) ? events.opens : today;
  const agreed = isAgreed(action, events);
  const soonest = agreed ? today : Math.min(opening, best);
  const possible = followsInterview(action) ? events.interview : soonest;
  return {
    id: action.id,
    effort: action.effort,
    earliest: dated ? Math.max(today, possible) : today,
    due: best,
    wait: action.wait,
    after: action.after,
    ahead: agreed && best <= today + SOON_DAYS ? AHEAD_DAYS : 0,
  };
}

function withDates({ item, best, latest }: Window, events: Events, slot: Slot | undefined, { today }: Capacity): Dated {
  if (!slot) {
    const due = Math.max(best, events.start, today);
    return { ...item, slot: { start: due, worked: due, done: due }, due, latest: Math.max(latest, due), late: false };
  }
  const late = slot.done > best;
  const sunday = mondayOf(slot.done) + 6;
  const due = late ? Math.max(slot.done, Math.min(sunday, latest)) : best;
  return { ...item, slot, due, latest, late };
}

const inTimeOrder = (a: Dated, b: Dated): number =>
  Number(isLater(a.action)) - Number(isLater(b.action)) ||
  a.slot.start - b.slot.start ||
  a.due - b.due ||
  a.slot.done - b.slot.done;
