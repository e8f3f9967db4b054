import { PHASES } from "../library/kinds.ts";
import { withoutFootnotes } from "../library/passages.ts";
import type { Plan, Step } from "../plan/plan.ts";
import { headJson, whenText } from "../plan/plan-file.ts";
import { parseDay } from "../profile/dates.ts";
import type { Profile } from "../profile/profile.ts";
import { lateWords } from "./late-words.ts";
import { escapeMarkdown, joinBlocks } from "./markdown.ts";
import { originsOfSteps, originWords } from "./origins.ts";
import { PHASE_TITLES } from "./phase-titles.ts";
import { planTitle } from "./plan-title.ts";
import { resumeBlocks } from "./resume-words.ts";
import { verdictWords } from "./verdict-words.ts";

/**
 * The plan as a Markdown file its owner keeps. Grouped by phase, with the date in the step's own line, so that a later
 * re-dating changes dates and never moves a line. Comments hold the ids.
 * @param profile the answers to keep in the file: without the private ones, or none
 */
export function planMarkdown(plan: Plan, profile: Profile | null): string {
  const summary = planSummary(plan);
  const head = {
    planId: plan.planId,
    name: plan.name,
    made: plan.made,
    profile,
    summary,
    steps: plan.steps.map((step) => step.id),
  };
  return joinBlocks([
    `# ${planTitle(plan)}`,
    `<!-- intern-why plan 1\n${headJson(head)}\n-->`,
    profile ? "This file holds your answers, in the comment above. Be careful whom you share it with." : undefined,
    summary,
    ...(profile ? aboutAnswers(plan) : []),
    ...originWords(originsOfSteps(plan.steps)).map(escapeMarkdown),
    ...PHASES.flatMap((phase) => {
      const steps = plan.steps.filter((step) => step.phase === phase);
      return steps.length > 0
        ? [`## ${PHASE_TITLES[phase]}`, steps.map((step) => stepMarkdown(step, plan)).join("\n")]
        : [];
    }),
  ]);
}

/** What quotes answers: it stays out of a file that keeps none. */
const aboutAnswers = ({ conflicts, fromResume }: Plan): (string | undefined)[] => [
  conflicts.map(({ text }) => `> **Check your answers:** ${text}`).join("\n>\n"),
  ...resumeBlocks(fromResume),
];

/** The plan in one line: its start, its hours, whether it fits, and when hiring opens. */
export function planSummary(plan: Plan): string {
  const { hoursPerWeek, totalHours, profile, calendar } = plan;
  const hours = `${Math.round(totalHours * 10) / 10} hours before you start, ${hoursPerWeek} a week`;
  if (!profile.start) return `${hours}. No start date was given, so the steps are in order, without dates.`;
  const window = calendar
    ? ` Hiring${calendar.track === "undecided" ? "" : ` (${calendar.title})`} opens about ${calendar.opens} and closes about ${calendar.closes} (${calendar.sure} certainty).`
    : "";
  const late = lateWords(plan, (date) => date);
  return `Start: ${profile.start}. ${hours}. ${verdictWords(plan).map(escapeMarkdown).join(" ")}${window}${late ? ` ${late}` : ""}`.replace(
    /\s+/g,
    " ",
  );
}

function stepMarkdown(step: Step, plan: Plan): string {
  const box = step.status === "done" ? "[x]" : "[ ]";
  const due = step.due === null ? null : (parseDay(step.due) ?? null);
  const when = whenText({ due, week: step.week }, step.effortHours || undefined);
  if (step.because[0] === "own") return [`- ${box} ${escapeMarkdown(step.title)}`, when].filter(Boolean).join(" ");
  const after = plan.steps.filter(({ id }) => step.after.includes(id)).map(({ title }) => escapeMarkdown(title));
  const lines = [
    `- ${box} **${escapeMarkdown(step.title)}** ${when} <!-- step:${step.id} -->`,
    `  - Why: ${step.why}`,
    ...step.how.map((point) => `  - ${point}`),
    `  - Done when: ${step.doneWhen}`,
    ...(after.length > 0 ? [`  - After: ${after.join("; ")}`] : []),
    ...(step.cost ? [`  - Cost: ${step.cost}`] : []),
  ];
  return withoutFootnotes(lines.join("\n"));
}
