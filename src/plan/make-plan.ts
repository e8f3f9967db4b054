import type { Library } from "../library/library.ts";
import type { Topic } from "../library/topic.ts";
import { quoted, repeatCommand } from "../profile/command.ts";
import { conflictsOf } from "../profile/conflicts.ts";
import { type Day, formatDay, mondayOf, parseDay } from "../profile/dates.ts";
import type { FromResume, Gap } from "../profile/from-resume.ts";
import { answersOf, answerTopics, type Profile, trackOf, USUAL_HOURS } from "../profile/profile.ts";
import { calendarOf, type KnownDays, knownDays } from "./calendar.ts";
import { type Dated, dateSteps, gated, isLater } from "./date-steps.ts";
import type { Plan, Step } from "./plan.ts";
import type { Capacity } from "./schedule.ts";
import { type Event, ruleOf, type Selected, type Selection, select } from "./select.ts";
import { uuid } from "./uuid.ts";
import { judge } from "./verdict.ts";

export interface PlanOptions {
  /** Everything that applies, instead of the short checklist. */
  all?: boolean;
  /** The plan's name: its id derives from it. By default the track's id. */
  name?: string;
  /** What a resume gave, and lacks. */
  fromResume?: FromResume | undefined;
}

/** The namespace of plan ids (a random UUID, fixed for ever: ids in people's calendars hang on it). */
const NAMESPACE = "6d1f3a52-8c0e-4b57-9a41-2f7e5c9d0b36";

/** The checklist of a profile, with dates counted back from its start. Same input, same plan. */
export function makePlan(profile: Profile, library: Library, today: Day, options: PlanOptions = {}): Plan {
  const topics = answerTopics(profile, library);
  const { fromResume } = options;
  const selection = select(
    topics,
    answersOf(profile, library, today),
    library,
    options.all ?? false,
    eventsOf(profile),
    fromResume?.gaps,
  );
  const name = options.name ?? trackOf(profile, library).track?.id ?? "internship";
  const named = options.name === undefined ? "" : ` --name ${quoted(options.name)}`;
  const command = repeatCommand("checklist", profile, library) + (options.all ? " --all" : "") + named;
  return buildPlan(profile, library, today, {
    selection,
    name,
    planId: planIdOf(name),
    done: new Set(),
    command,
    fromResume,
  });
}

/** How many steps advice names. */
const FIRST_STEPS = 3;
type FirstStep = Pick<Step, "id" | "title" | "effortHours" | "due" | "because" | "rules" | "answers" | "facts">;

/** What the first steps of a checklist are: without uids and verdict, which take longer than all the rest. */
export function firstStepsOf(
  profile: Profile,
  library: Library,
  today: Day,
  gaps: readonly Gap[] = [],
  count = FIRST_STEPS,
): FirstStep[] {
  const { selected } = select(
    answerTopics(profile, library),
    answersOf(profile, library, today),
    library,
    false,
    eventsOf(profile),
    gaps,
  );
  const { track } = trackOf(profile, library);
  const { known, capacity } = frameOf(profile, today);
  return dateSteps(gated(selected), track, known, capacity)
    .kept.slice(0, count)
    .map(({ action, due, because, answers }) => ({
      id: action.id,
      title: track?.retitle[action.id] ?? action.title,
      effortHours: action.effort,
      due: known.start === undefined ? null : formatDay(due),
      because,
      rules: because.map(ruleOf),
      answers: answers(),
      facts: action.facts,
    }));
}

const eventsOf = (profile: Profile): Event[] => (["interview", "offer"] as const).filter((event) => profile[event]);

/** An offer in hand without a day is checked, and its terms are asked about, within this time. */
const IN_HAND_DAYS = 14;

/** The days that are known and the time there is. */
function frameOf(profile: Profile, today: Day): { known: KnownDays; capacity: Capacity } {
  const days = knownDays(profile);
  const inHand = profile.concerns?.includes("unpaid-offer") ? today + IN_HAND_DAYS : undefined;
  const known = { ...days, inHand };
  return { known, capacity: { today, hoursPerWeek: profile.hours ?? USUAL_HOURS, busy: busyDays(profile) } };
}

/** The id of a plan: the same for the same name. */
const planIdOf = (name: string): string => uuid(name, NAMESPACE);

/** The uids of steps, by action id. */
export const uidsOf = (planId: string, ids: readonly string[]): Map<string, string> =>
  new Map(ids.map((id) => [id, uuid(id, planId)]));

export interface PlanParts {
  selection: Selection;
  name: string;
  planId: string;
  /** Steps that are done: they keep no date, and what comes after them need not wait. */
  done: ReadonlySet<string>;
  command: string;
  fromResume?: FromResume | undefined;
  /** Steps stay whose time has passed: they stand in their owner's file. */
  keepsAll?: boolean;
}

/** A plan of given steps, dated from today. */
export function buildPlan(profile: Profile, library: Library, today: Day, parts: PlanParts): Plan {
  const { selection, done, planId, fromResume } = parts;
  const { track } = trackOf(profile, library);
  const { known, capacity } = frameOf(profile, today);
  const { start } = known;
  const open = gated(selection.selected.filter(({ action }) => !done.has(action.id)));
  const dated = dateSteps(open, track, known, capacity, parts.keepsAll);
  const openSteps = dated.kept.map((item) => toStep(item, planId, track, start !== undefined, today, library));
  const doneSteps = selection.selected
    .filter(({ action }) => done.has(action.id))
    .map((item) => stepOf(item, planId, track, library, "done"));
  const preparing = dated.kept.filter((item) => !isLater(item.action));
  return {
    profile,
    ...(fromResume ? { fromResume } : {}),
    conflicts: conflictsOf(profile, today, fromResume),
    planId,
    name: parts.name,
    made: formatDay(today),
    calendar: calendarOf(profile, library, known, today),
    hoursPerWeek: capacity.hoursPerWeek,
    hoursAssumed: profile.hours === undefined,
    totalHours: preparing.reduce((sum, { action }) => sum + action.effort, 0),
    verdict: judge(open, track, known, capacity, dated.kept),
    steps: [...doneSteps, ...openSteps].map((step) => withGaps(step, fromResume?.gaps ?? [])),
    leftOut: [...selection.leftOut, ...dated.dropped],
    command: parts.command,
  };
}

/** A step that closes gaps of a resume says so first. */
function withGaps(step: Step, gaps: readonly Gap[]): Step {
  const closed = gaps.filter(({ id }) => step.because.includes(`resume/${id}`)).map(({ text }) => text);
  return closed.length > 0 ? { ...step, why: [...closed, step.why].join(" ") } : step;
}

const busyDays = (profile: Profile): [Day, Day][] =>
  (profile.busy ?? []).map(({ from, to }) => [parseDay(from) ?? 0, parseDay(to) ?? 0]);

function toStep(
  item: Dated,
  planId: string,
  track: Topic<"track"> | undefined,
  isDated: boolean,
  today: Day,
  library: Library,
): Step {
  const { action, slot, due, latest, late } = item;
  const step = stepOf(item, planId, track, library, "open");
  const week = isLater(action) ? null : Math.floor((slot.done - mondayOf(today)) / 7) + 1;
  if (!isDated) return { ...step, week };
  return { ...step, start: formatDay(slot.start), due: formatDay(due), latest: formatDay(latest), late };
}

/** A step without its dates. */
function stepOf(
  { action: terms, because, answers }: Selected,
  planId: string,
  track: Topic<"track"> | undefined,
  library: Library,
  status: Step["status"],
): Step {
  const action = library.find("action", terms.id) as Topic<"action">;
  return {
    id: action.id,
    uid: uuid(action.id, planId),
    title: track?.retitle[action.id] ?? action.title,
    phase: action.phase,
    priority: action.priority,
    why: action.why,
    how: action.how,
    effortHours: terms.effort,
    cost: action.cost ?? null,
    start: null,
    due: null,
    waitDays: terms.wait,
    latest: null,
    week: null,
    late: false,
    after: [...terms.after],
    serves: action.serves,
    doneWhen: action.done,
    status,
    because,
    rules: because.map(ruleOf),
    answers: answers(),
    facts: action.facts,
    ...(action.origin === undefined ? {} : { origin: action.origin }),
  };
}
