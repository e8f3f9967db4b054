import { clean } from "../clean.ts";
import type { Plan, Step } from "../plan/plan.ts";

/** The steps as todo.txt lines; dependencies as topydo reads them: `id:` on the later task, `p:` on its prerequisite. */
export function planTodotxt(plan: Plan): string {
  const numbers = new Map(plan.steps.map((step, i) => [step.id, i + 1]));
  const followers = (step: Step): number[] =>
    plan.steps.filter((other) => other.after.includes(step.id)).map((other) => numbers.get(other.id) ?? 0);
  return plan.steps.map((step) => `${lineOf(step, plan, followers(step), numbers)}\n`).join("");
}

const PRIORITIES = { essential: "A", recommended: "B", optional: "C" } as const;

function lineOf(step: Step, plan: Plan, followers: number[], numbers: ReadonlyMap<string, number>): string {
  const isFollower = step.after.some((id) => numbers.has(id));
  return [
    step.status === "done" ? `x ${plan.made}` : `(${PRIORITIES[step.priority]})`,
    plan.made,
    words(step.title),
    `+${slug(plan.name)}`,
    `@${step.phase}`,
    ...(step.due === null ? [] : [`due:${step.due}`]),
    ...(step.start === null ? [] : [`t:${step.start}`]),
    ...(isFollower ? [`id:${numbers.get(step.id)}`] : []),
    ...followers.map((number) => `p:${number}`),
    `uid:${step.uid}`,
  ].join(" ");
}

/** A title in which nothing reads as a project, a context or a key. */
const words = (title: string): string =>
  clean(title)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(^|\s)[+@]+/g, "$1")
    .replace(/(\S):(?=\S)/g, "$1\u2236");

const slug = (name: string): string => clean(name).replace(/\s+/g, "-") || "internship";
