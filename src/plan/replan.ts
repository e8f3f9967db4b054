import type { Library } from "../library/library.ts";
import { withoutPrivate } from "../profile/command.ts";
import { type Day, formatDay, parseDay } from "../profile/dates.ts";
import { answersOf, answerTopics, type Profile } from "../profile/profile.ts";
import { buildPlan } from "./make-plan.ts";
import type { Plan, Step } from "./plan.ts";
import { type FileStep, keptIds, type NewDate, type PlanFile, redateFile } from "./plan-file.ts";
import { select } from "./select.ts";

/** A plan as its owner's file stands: their steps, titles, ticks; the rest from the content. */
function planOfFile(file: PlanFile, profile: Profile, library: Library, today: Day): Plan {
  const { planId, name } = file.head;
  const plan = buildPlan(profile, library, today, {
    selection: { selected: keptSteps(file, profile, library, today), leftOut: [] },
    name,
    planId,
    done: new Set(file.steps.flatMap((step) => (step.done && step.id ? [step.id] : []))),
    command: "intern-why replan",
  });
  const written = new Map(file.steps.flatMap((step) => (step.id ? [[step.id, step] as const] : [])));
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, title: written.get(step.id)?.title || step.title })) };
}

/** The plan with the dates that stand in the file instead of new ones: what `next` and `export` speak of. */
export function planAsWritten(file: PlanFile, profile: Profile, library: Library, today: Day): Plan {
  const plan = planOfFile(file, profile, library, today);
  const written = new Map(file.steps.map((step) => [step.id, step]));
  return {
    ...plan,
    made: file.head.made,
    steps: plan.steps.map((step) => withWrittenDate(step, written.get(step.id))),
  };
}

function withWrittenDate(step: Step, written: FileStep | undefined): Step {
  if (!written || written.due === undefined) return { ...step, start: null, due: null };
  const due = formatDay(written.due);
  const start = step.start !== null && step.start < due ? step.start : due;
  return { ...step, due, start: step.status === "done" ? null : start };
}

/** The actions behind the file's own steps, each with why it is there. Steps that no content knows stay as they are. */
function keptSteps(file: PlanFile, profile: Profile, library: Library, today: Day) {
  const chosen = select(answerTopics(profile, library), answersOf(profile, library, today), library, true).selected;
  const because = new Map(chosen.map(({ action, because: why }) => [action.id, why]));
  return keptIds(file).flatMap((id) => {
    const action = library.find("action", id);
    return action ? [{ action, because: because.get(id) ?? ["plan"] }] : [];
  });
}

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

/** Re-dates the open steps from today. Ticks, order, words and the owner's own lines stay. */
export function replan(file: PlanFile, profile: Profile, library: Library, today: Day): Replanned {
  const plan = planOfFile(file, profile, library, today);
  const dates = new Map(plan.steps.filter((step) => step.status === "open").map((step) => [step.id, newDateOf(step)]));
  const moves = plan.steps.flatMap((step) => {
    const before = file.steps.find((each) => each.id === step.id)?.due;
    const from = before === undefined ? null : formatDay(before);
    return step.status === "open" && from !== step.due ? [{ id: step.id, title: step.title, from, to: step.due }] : [];
  });
  const kept = file.head.profile && shareable(profile, file.head.profile, library);
  const head = { ...file.head, made: formatDay(today), ...(kept ? { profile: kept } : {}) };
  return { text: redateFile(file, dates, head), plan, moves };
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
