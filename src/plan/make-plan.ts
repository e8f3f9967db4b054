import { v5 as uuid } from "uuid";
import type { Library } from "../library/library.ts";
import { whyAndHow } from "../library/passages.ts";
import type { Topic } from "../library/topic.ts";
import { repeatCommand } from "../profile/command.ts";
import { type Day, formatDay, mondayOf, parseDay } from "../profile/dates.ts";
import { answersOf, answerTopics, type Profile, trackOf, USUAL_HOURS } from "../profile/profile.ts";
import { calendarOf } from "./calendar.ts";
import { type Dated, dateSteps, isLater } from "./date-steps.ts";
import type { Plan, Step } from "./plan.ts";
import type { Capacity } from "./schedule.ts";
import { select } from "./select.ts";
import { judge } from "./verdict.ts";

export interface PlanOptions {
  /** Everything that applies, instead of the short checklist. */
  all?: boolean;
  /** The plan's name: its id derives from it. By default the track's id. */
  name?: string;
}

/** The namespace of plan ids (a random UUID, fixed for ever: ids in people's calendars hang on it). */
const NAMESPACE = "6d1f3a52-8c0e-4b57-9a41-2f7e5c9d0b36";

/** The checklist of a profile, with dates counted back from its start. Same input, same plan. */
export function makePlan(profile: Profile, library: Library, today: Day, options: PlanOptions = {}): Plan {
  const topics = answerTopics(profile, library);
  const { selected, leftOut } = select(topics, answersOf(profile, library, today), library, options.all ?? false);
  const { track } = trackOf(profile, library);
  const name = options.name ?? track?.id ?? "internship";
  const planId = uuid(name, NAMESPACE);
  const start = profile.start === undefined ? undefined : parseDay(profile.start);
  const hoursPerWeek = profile.hours ?? USUAL_HOURS;
  const capacity: Capacity = { today, hoursPerWeek, busy: busyDays(profile) };
  const dated = dateSteps(selected, track, start, capacity);
  const steps = dated.kept.map((item) => toStep(item, planId, track, start === undefined ? null : today, today));
  const preparing = dated.kept.filter((item) => !isLater(item.action));
  return {
    profile,
    planId,
    name,
    made: formatDay(today),
    calendar: calendarOf(profile, library, start, today),
    hoursPerWeek,
    hoursAssumed: profile.hours === undefined,
    totalHours: preparing.reduce((sum, { action }) => sum + action.effort, 0),
    verdict: judge(selected, track, start, capacity, dated.kept),
    steps,
    leftOut: [...leftOut, ...dated.dropped],
    command: repeatCommand("checklist", profile, library) + (options.all ? " --all" : ""),
  };
}

const busyDays = (profile: Profile): [Day, Day][] =>
  (profile.busy ?? []).map(({ from, to }) => [parseDay(from) ?? 0, parseDay(to) ?? 0]);

function toStep(item: Dated, planId: string, track: Topic<"track"> | undefined, dated: Day | null, today: Day): Step {
  const { action, because, slot, due, latest, late } = item;
  const { why, how } = whyAndHow(action.markdown);
  const week = isLater(action) ? null : Math.floor((slot.done - mondayOf(today)) / 7) + 1;
  return {
    id: action.id,
    uid: uuid(action.id, planId),
    title: track?.retitle[action.id] ?? action.title,
    phase: action.phase,
    priority: action.priority,
    why,
    how,
    effortHours: action.effort,
    cost: action.cost ?? null,
    start: dated === null ? null : formatDay(slot.start),
    due: dated === null ? null : formatDay(due),
    latest: dated === null ? null : formatDay(latest),
    week: dated === null ? week : null,
    late: dated !== null && late,
    after: action.after,
    serves: action.serves,
    doneWhen: action.done,
    status: "open",
    because,
    facts: action.facts,
  };
}
