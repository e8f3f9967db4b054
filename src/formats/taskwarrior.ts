import { clean } from "../clean.ts";
import { withoutFootnotes } from "../library/passages.ts";
import type { Plan, Step } from "../plan/plan.ts";
import { formatDay, parseDay } from "../profile/dates.ts";

/**
 * The steps as JSON for `task import`. A step that is done stays completed; tick first what taskwarrior reports finished
 * (`task export | intern-why done --from -`), since an import with status pending would open it again.
 */
export function planTaskwarrior(plan: Plan): string {
  const uids = new Map(plan.steps.map((step) => [step.id, step.uid]));
  return `${JSON.stringify(
    plan.steps.map((step) => taskOf(step, plan, uids)),
    null,
    2,
  )}\n`;
}

const PRIORITIES = { essential: "H", recommended: "M", optional: "L" } as const;

function taskOf(step: Step, plan: Plan, uids: ReadonlyMap<string, string>): object {
  const depends = step.after.flatMap((id) => uids.get(id) ?? []);
  const notes = [step.why, ...step.how, `Done when: ${step.doneWhen}`].map((note) => oneLine(withoutFootnotes(note)));
  return {
    uuid: step.uid,
    description: oneLine(step.title),
    status: step.status === "done" ? "completed" : "pending",
    entry: stamp(plan.made, 0),
    ...(step.status === "done" ? { end: stamp(plan.made, 0) } : {}),
    ...(step.due === null ? {} : { due: stamp(step.due, 0) }),
    ...(step.start === null ? {} : { scheduled: stamp(step.start, 0) }),
    project: oneLine(plan.name),
    tags: [step.phase],
    priority: PRIORITIES[step.priority],
    ...(depends.length > 0 ? { depends } : {}),
    // Two notes of the same second would become one.
    annotations: notes.map((description, second) => ({ entry: stamp(plan.made, second), description })),
  };
}

const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

/** Without a zone: a day begins when it begins where the person is. */
const stamp = (iso: string, seconds: number): string =>
  `${formatDay(parseDay(iso) ?? 0).replaceAll("-", "")}T0000${`${seconds}`.padStart(2, "0")}`;
