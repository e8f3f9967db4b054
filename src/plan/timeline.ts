import { type Day, mondayOf, parseDay } from "../profile/dates.ts";
import type { Plan } from "./plan.ts";

/** One step as a bar: from the day it begins to the day to have it done by, and the last day on which it helps. */
export interface Bar {
  id: string;
  title: string;
  from: Day;
  to: Day;
  latest: Day;
}

/** A day that many steps look to. */
export interface Milestone {
  day: Day;
  id: "today" | "opens" | "peak" | "closes" | "interview" | "offer" | "start";
  words: string;
}

/** A plan against time, as data: the same for a terminal, a page and a reader of lists. */
export interface Timeline {
  /** The Monday it begins with, and the last day. */
  first: Day;
  last: Day;
  bars: Bar[];
  /** In time order. */
  milestones: Milestone[];
  /** Days without time, both ends included. */
  busy: [from: Day, to: Day][];
}

/** The open steps up to the start of the internship against the weeks from today; undefined without dates. */
export function timelineOf(plan: Plan, today: Day): Timeline | undefined {
  const start = dayOf(plan.profile.start ?? null);
  const bars = plan.steps.flatMap((step): Bar[] => {
    const [from, to] = [dayOf(step.start), dayOf(step.due)];
    const isLater = step.phase === "during" || step.phase === "after";
    if (from === undefined || to === undefined || isLater) return [];
    return [{ id: step.id, title: step.title, from, to, latest: dayOf(step.latest) ?? to }];
  });
  if (start === undefined || bars.length === 0) return undefined;
  const last = Math.max(start, ...bars.map(({ to }) => to));
  const inView = (day: Day | undefined): boolean => day !== undefined && day >= today && day <= last;
  const milestones = milestonesOf(plan, today).filter(({ day }) => inView(day));
  const busy = (plan.profile.busy ?? []).flatMap(({ from, to }): [Day, Day][] => {
    const [begin, end] = [dayOf(from) ?? 0, dayOf(to) ?? 0];
    return end >= today && begin <= last ? [[Math.max(begin, today), Math.min(end, last)]] : [];
  });
  return { first: mondayOf(today), last, bars, milestones, busy };
}

const dayOf = (iso: string | null): Day | undefined => (iso === null ? undefined : parseDay(iso));

function milestonesOf({ calendar, profile }: Plan, today: Day): Milestone[] {
  const milestone = (id: Milestone["id"], iso: string | undefined, words: string): Milestone[] => {
    const day = dayOf(iso ?? null);
    return day === undefined ? [] : [{ id, day, words }];
  };
  const all = [
    { id: "today" as const, day: today, words: "today" },
    ...milestone("opens", calendar?.opens, "hiring opens"),
    ...milestone("peak", calendar?.peak, "hiring peaks"),
    ...milestone("closes", calendar?.closes, "hiring closes"),
    ...milestone("interview", profile.interview, "interview"),
    ...milestone("offer", profile.offer, "offer"),
    ...milestone("start", profile.start, "start"),
  ];
  return all.sort((a, b) => a.day - b.day);
}
