import { type Next, type NextStep, waitsForTitles } from "../plan/next.ts";
import { type Day, parseDay } from "../profile/dates.ts";
import { dateWords } from "./date-words.ts";
import { effort } from "./effort.ts";
import { Page } from "./page.ts";
import type { Theme } from "./theme.ts";

interface Layout {
  theme: Theme;
  width: number;
  today: Day;
}

/** What to do now, for a person at a terminal. */
export function nextText(next: Next, layout: Layout): string {
  const { theme, width } = layout;
  const page = new Page(theme, width);
  const { done, all, hoursLeft } = next.progress;
  const hours = Math.round(hoursLeft * 10) / 10;
  page.text(`${done} of ${all} steps are done; about ${hours} hours of the listed ones are left.`);
  const section = (title: string, items: readonly string[]): void => {
    if (items.length > 0) page.heading(title).list(items, 0, "-");
  };
  const line = (step: NextStep): string => stepWords(step, layout);
  section("Its day has passed", next.late.map(line));
  if (next.late.length > 0) page.text("intern-why replan gives new dates from today.");
  section(
    "Now",
    next.now.map((step) => `${line(step)}. Done when: ${step.doneWhen}`),
  );
  section(
    "Waits for something else",
    next.waiting.map((step) => `${line(step)}, after: ${waitsForTitles(step, next).join("; ")}`),
  );
  section("Your own", next.own);
  return page.toString();
}

function stepWords({ title, effortHours, due }: NextStep, { theme, today }: Layout): string {
  const by = due === null ? "" : `, by ${dateWords(parseDay(due) ?? today, today, theme)}`;
  return `${title} (${effort(effortHours, theme)}${by})`;
}
