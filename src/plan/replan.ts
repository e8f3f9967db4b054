import type { Phase } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { withoutPrivate } from "../profile/command.ts";
import { type Day, formatDay, parseDay } from "../profile/dates.ts";
import { answersOf, answerTopics, type Profile } from "../profile/profile.ts";
import { buildPlan, uidsOf } from "./make-plan.ts";
import type { Plan, Step } from "./plan.ts";
import { type FileStep, type NewDate, type PlanFile, parsePlanFile, redateFile } from "./plan-file.ts";
import { type Selected, select } from "./select.ts";

/** A plan as its owner's file stands: their steps, titles, hours, ticks; the rest from the content. */
function planOfFile(file: PlanFile, profile: Profile, library: Library, today: Day, keepsAll = false): Plan {
  const { planId, name } = file.head;
  const plan = buildPlan(profile, library, today, {
    selection: { selected: keptSteps(file, profile, library, today), leftOut: [] },
    name,
    planId,
    done: new Set(file.steps.flatMap(({ id, done }) => (done ? [id] : []))),
    command: "intern-why replan",
    keepsAll,
  });
  const written = byId(file);
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, title: written.get(step.id)?.title || step.title })) };
}

const byId = (file: PlanFile): Map<string, FileStep> => new Map(file.steps.map((step) => [step.id, step]));

/** The plan with the dates that stand in the file instead of new ones, and its owner's own steps: what `next` and `export` speak of. */
export function planAsWritten(file: PlanFile, profile: Profile, library: Library, today: Day): Plan {
  const plan = planOfFile(file, profile, library, today, true);
  const written = byId(file);
  return {
    ...plan,
    made: file.head.made,
    steps: [...plan.steps.map((step) => withWrittenDate(step, written.get(step.id))), ...ownSteps(file, library)],
  };
}

function withWrittenDate(step: Step, written: FileStep | undefined): Step {
  if (!written || written.due === undefined) return { ...step, start: null, due: null };
  const due = formatDay(written.due);
  const start = step.start !== null && step.start < due ? step.start : due;
  return { ...step, due, start: step.status === "done" ? null : start };
}

/** The actions behind the file's steps, with the hours that stand there, each with why it is there. */
function keptSteps(file: PlanFile, profile: Profile, library: Library, today: Day): Selected[] {
  const chosen = select(answerTopics(profile, library), answersOf(profile, library, today), library, true).selected;
  const reasons = new Map(chosen.map(({ action, because, answers }) => [action.id, { because, answers }]));
  return file.steps.flatMap(({ id, own, hours }) => {
    const action = own ? undefined : library.find("action", id);
    if (!action) return [];
    const reason = reasons.get(id) ?? { because: ["plan"], answers: () => [] };
    return [{ action: { ...action, effort: hours ?? action.effort }, ...reason }];
  });
}

/** What its owner wrote, and what no content knows: as it stands there, in the phase of the steps around it. */
function ownSteps(file: PlanFile, library: Library): Step[] {
  const uids = uidsOf(
    file.head.planId,
    file.steps.map(({ id }) => id),
  );
  let phase: Phase = "decide";
  return file.steps.flatMap(({ id, own, title, done, due, hours }) => {
    const action = own ? undefined : library.find("action", id);
    if (action) {
      phase = action.phase;
      return [];
    }
    const day = due === undefined ? null : formatDay(due);
    const status = done ? ("done" as const) : ("open" as const);
    return [
      {
        ...OWN_STEP,
        id,
        uid: uids.get(id) ?? "",
        title,
        phase,
        status,
        due: day,
        latest: day,
        effortHours: hours ?? 0,
      },
    ];
  });
}

const OWN_STEP = {
  priority: "recommended",
  why: "You wrote this step yourself.",
  how: [],
  cost: null,
  start: null,
  waitDays: 0,
  week: null,
  late: false,
  after: [],
  serves: [],
  doneWhen: "You tick it.",
  because: ["own"],
  rules: ["own"],
  answers: [],
  facts: [],
} as const satisfies Partial<Step>;

/** One step whose date changes. Dates are ISO; null stands for none. */
export interface Move {
  id: string;
  title: string;
  from: string | null;
  to: string | null;
}

export interface Replanned {
  /** The whole file, re-dated. */
  text: string;
  plan: Plan;
  moves: Move[];
}

/**
 * Re-dates the open steps from today. Ticks, order, words and the owner's own lines stay.
 * @param summarize the line that sums the new plan up
 */
export function replan(
  file: PlanFile,
  profile: Profile,
  library: Library,
  today: Day,
  summarize: (plan: Plan) => string,
): Replanned {
  const plan = planOfFile(file, profile, library, today);
  const dates = new Map(plan.steps.filter((step) => step.status === "open").map((step) => [step.id, newDateOf(step)]));
  const kept = file.head.profile && shareable(profile, file.head.profile, library);
  const head = { ...file.head, made: formatDay(today), summary: summarize(plan), ...(kept ? { profile: kept } : {}) };
  const text = redateFile(file, dates, head);
  return { text, plan, moves: movesBetween(file, parsePlanFile(text) as PlanFile, plan) };
}

/** What the files say differently: a date stays where it cannot be read. */
function movesBetween(before: PlanFile, after: PlanFile, { steps }: Plan): Move[] {
  const [old, changed] = [byId(before), byId(after)];
  const dateIn = (file: ReadonlyMap<string, FileStep>, id: string): string | null => {
    const due = file.get(id)?.due;
    return due === undefined ? null : formatDay(due);
  };
  return steps.flatMap(({ id, title }) => {
    const [from, to] = [dateIn(old, id), dateIn(changed, id)];
    return from === to ? [] : [{ id, title, from, to }];
  });
}

/** The answers that may stand in the file: private ones only if they stood there before. */
function shareable(profile: Profile, before: Profile, library: Library): Profile {
  const open = withoutPrivate(profile, library);
  const stood = (profile.concerns ?? []).filter((id) => open.concerns?.includes(id) || before.concerns?.includes(id));
  return stood.length > 0 ? { ...profile, concerns: stood } : open;
}

const newDateOf = (step: Step): NewDate => ({
  due: step.due === null ? null : (parseDay(step.due) ?? null),
  week: step.week,
});
