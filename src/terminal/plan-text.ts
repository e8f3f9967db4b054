import { lateSteps, lateWords } from "../formats/late-words.ts";
import { originsOfSteps, originWords } from "../formats/origins.ts";
import { resumeSummary } from "../formats/resume-words.ts";
import { verdictWords } from "../formats/verdict-words.ts";
import { plainText } from "../library/passages.ts";
import { beginOf, type Group } from "../plan/groups.ts";
import { KEPT_SHORT, type Plan, type Step } from "../plan/plan.ts";
import { type Day, longDate, parseDay } from "../profile/dates.ts";
import { dateWords } from "./date-words.ts";
import { effort } from "./effort.ts";
import { Page } from "./page.ts";
import type { Theme } from "./theme.ts";
import { drawTimeline } from "./timeline.ts";
import { padEnd, wrap } from "./width.ts";

interface Layout {
  theme: Theme;
  width: number;
  today: Day;
  /** How, why and done-when for every step, not only this week's. */
  how: boolean;
}

/** The checklist as text for a person at a terminal, grouped by time. */
export function planText(plan: Plan, groups: readonly Group[], layout: Layout): string {
  const page = new Page(layout.theme, layout.width);
  const { theme, today } = layout;
  const before = groups
    .filter(({ id }) => id !== "with-a-place" && id !== "done")
    .reduce((sum, group) => sum + group.steps.length, 0);
  const hours = effort(Math.round(plan.totalHours * 10) / 10, theme);
  const [fit = "", ...more] = verdictWords(plan);
  const left = `${before} ${before === 1 ? "step" : "steps"} before you start, ${hours}. ${fit}`;
  page.text(`${theme.heading("YOUR CHECKLIST:")} ${before > 0 ? left : "nothing is left before you start."}`);
  if (plan.hoursAssumed) page.text(`You gave no hours, so this plans with ${plan.hoursPerWeek} a week.`);
  for (const line of calendarLines(plan, layout)) page.text(line);
  const late = lateSteps(plan, today);
  if (late) page.text(`${late} The days below count from today.`);
  page.list(more, 2);
  for (const { text } of plan.conflicts) page.text(`Check your answers: ${text}`);
  if (plan.fromResume) page.text(resumeSummary(plan.fromResume));
  for (const group of groups) drawGroup(page, group, plan, layout);
  drawTimeline(page, plan, today);
  page.gap();
  for (const sentence of originWords(originsOfSteps(plan.steps))) page.text(sentence);
  page.text(footer(plan));
  return page.toString();
}

function calendarLines(plan: Plan, layout: Layout): string[] {
  const { today } = layout;
  const { calendar, profile } = plan;
  if (!profile.start) return ["You gave no start, so the steps are in order, without dates."];
  const start = longDate(parseDay(profile.start) ?? today);
  if (!calendar && profile.stage === "secondary") return [`Dates count back from ${start}.`];
  if (!calendar) return [`Dates count back from ${start} and a general hiring calendar.`];
  const near = (iso: string): string => dateWords(parseDay(iso) ?? today, today, layout.theme);
  const assumed = calendar.assumed ? ", the usual one for your field" : "";
  const title = calendar.track === "undecided" ? "A general calendar" : `${calendar.title}${assumed}`;
  const window = `${title}: hiring for a start on ${start} opens about ${near(calendar.opens)}, peaks from ${near(calendar.peak)}, closes about ${near(calendar.closes)} (${calendar.sure} certainty).`;
  const late = lateWords(plan, near);
  return late ? [window, late] : [window];
}

function drawGroup(page: Page, group: Group, plan: Plan, layout: Layout): void {
  page.heading(group.title);
  const open = layout.how || group.id === "this-week";
  for (const step of group.steps) {
    drawStep(page, step, layout);
    if (!open) continue;
    page.text(`Why: ${plainText(step.why)}`, 4);
    page.list(step.how.map(plainText), 4, "-");
    page.text(`Done when: ${step.doneWhen}`, 4);
    if (step.cost) page.text(`Cost: ${step.cost}`, 4);
  }
  if (group.id === "this-week" && plan.steps.length === 0) page.text("Nothing is left to do.", 2);
}

/** Room at the right edge for the day and the hours. */
const RIGHT = 22;
const COLUMNS_FROM = 60;
/** On a wide screen the day stays near its title. */
const WIDEST = 88;

function drawStep(page: Page, step: Step, layout: Layout): void {
  const { theme, today } = layout;
  const begin = beginOf(step);
  const due = step.due ? `by ${dateWords(parseDay(step.due) ?? today, today, theme)}` : "";
  const isOpen = step.status === "open";
  const when = begin === undefined || !isOpen ? due : `begin ${dateWords(begin, today, theme)}, ${due}`;
  const hours = step.effortHours > 0 ? effort(step.effortHours, theme) : "";
  const facts = [when, hours].filter(Boolean).join(", ");
  const isDone = step.status === "done";
  const box = isDone ? "[x] " : "[ ] ";
  if (theme.accessible) page.text(`${isDone ? "Done" : "To do"}: ${[step.title, facts].filter(Boolean).join("; ")}.`);
  else if (layout.width < COLUMNS_FROM) page.text(facts ? `${step.title} (${facts})` : step.title, 0, box);
  else drawColumns(page, box, step.title, `${when}  ${hours.padStart(6)}`);
}

function drawColumns(page: Page, box: string, title: string, right: string): void {
  const width = Math.min(page.width, WIDEST);
  const room = width - Math.max(RIGHT, right.length) - box.length - 2;
  wrap(title, room).forEach((line, i) => {
    const left = (i === 0 ? box : " ".repeat(box.length)) + line;
    page.raw(i === 0 ? (padEnd(left, width - right.length) + right).trimEnd() : left);
  });
}

function footer(plan: Plan): string {
  const hidden = plan.leftOut.filter((item) => item.reason === KEPT_SHORT).length;
  const more = hidden > 0 ? `${hidden} more steps apply: --all shows them. ` : "";
  return `${more}How to do each step: --how. Save it: -o internship-plan.md`;
}
