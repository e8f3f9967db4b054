import type { Plan, Step } from "../plan/plan.ts";
import { type Day, MONTHS, mondayOf, parseDay, partsOf } from "../profile/dates.ts";
import type { Page } from "./page.ts";
import { padEnd, widthOf } from "./width.ts";

/** Narrower screens, and readers of the accessible text, have the dates in the list above. */
const NARROWEST = 60;
const LABEL = 26;

/** A compact drawing of steps against weeks: `=` from the start of a step to its day, `|` the opening, peak and close of hiring. */
export function drawTimeline(page: Page, plan: Plan, today: Day): void {
  const { theme, width } = page;
  const steps = plan.steps.filter(
    (step) => step.start && step.due && step.phase !== "during" && step.phase !== "after",
  );
  if (theme.accessible || width < NARROWEST || steps.length === 0 || !plan.profile.start) return;
  const first = mondayOf(today);
  const start = parseDay(plan.profile.start) ?? today;
  const last = Math.max(start, ...steps.map((step) => parseDay(step.due as string) ?? today));
  const columns = Math.min(width - LABEL - 2, 72);
  const perColumn = Math.max(1, Math.ceil((last - first + 1) / columns));
  const columnOf = (day: Day): number => Math.min(columns - 1, Math.max(0, Math.floor((day - first) / perColumn)));

  page.heading("TIMELINE");
  page.raw(`${" ".repeat(LABEL)}${monthLine(first, last, columnOf)}`);
  for (const step of steps) page.raw(stepLine(step, columnOf, today));
  page.raw(eventLine(plan, columnOf, start, first, columns));
}

function monthLine(first: Day, last: Day, columnOf: (day: Day) => number): string {
  let line = "";
  for (let day = first; day <= last; day++) {
    const { month, date } = partsOf(day);
    const column = columnOf(day);
    if ((date === 1 || day === first) && (line === "" || column > line.length)) {
      line = line.padEnd(column) + (MONTHS[month - 1] ?? "").slice(0, 3);
    }
  }
  return line;
}

function stepLine(step: Step, columnOf: (day: Day) => number, today: Day): string {
  const from = columnOf(parseDay(step.start as string) ?? today);
  const to = columnOf(parseDay(step.due as string) ?? today);
  const label = widthOf(step.title) > LABEL - 2 ? `${step.title.slice(0, LABEL - 3).trimEnd()}…` : step.title;
  return `${padEnd(label, LABEL)}${" ".repeat(from)}${"=".repeat(Math.max(1, to - from + 1))}`;
}

function eventLine(plan: Plan, columnOf: (day: Day) => number, start: Day, first: Day, columns: number): string {
  const { calendar } = plan;
  const events: [Day, string][] = calendar
    ? [
        [parseDay(calendar.opens) ?? 0, "opens"],
        [parseDay(calendar.peak) ?? 0, "peak"],
        [parseDay(calendar.closes) ?? 0, "closes"],
      ]
    : [];
  let line = "";
  for (const [day, name] of [...events.sort((a, b) => a[0] - b[0]), [start, "start"] as [Day, string]]) {
    const column = columnOf(day);
    // At the right edge a name stands before its mark.
    const [at, mark] = column + name.length < columns ? [column, `^${name}`] : [column - name.length, `${name}^`];
    if (day >= first && (line === "" || at > line.length)) line = `${line.padEnd(at)}${mark}`;
  }
  return `${padEnd("hiring window and start", LABEL)}${line}`;
}
