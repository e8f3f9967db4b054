import { type Next, type NextStep, waitsForTitles } from "../plan/next.ts";
import { type Day, parseDay, shortDate } from "../profile/dates.ts";
import { escapeMarkdown, joinBlocks } from "./markdown.ts";

/** What to do now, as Markdown that reads as plain text too. */
export function nextMarkdown(next: Next, today: Day): string {
  const day = (iso: string | null): string => (iso === null ? "" : `, by ${shortDate(parseDay(iso) ?? today, today)}`);
  const line = (step: NextStep): string => `- ${escapeMarkdown(step.title)} (${step.effortHours} h${day(step.due)})`;
  const list = (title: string, items: string[]): string[] =>
    items.length > 0 ? [`## ${title}`, items.join("\n")] : [];
  const { done, all, hoursLeft } = next.progress;
  const waits = next.waiting.map(
    (step) => `${line(step)}, after: ${waitsForTitles(step, next).map(escapeMarkdown).join("; ")}`,
  );
  return joinBlocks([
    `${done} of ${all} steps are done; about ${Math.round(hoursLeft * 10) / 10} hours of the listed ones are left.`,
    ...list("Its day has passed", next.late.map(line)),
    next.late.length > 0 ? "intern-why replan gives new dates from today." : undefined,
    ...list(
      "Now",
      next.now.map((step) => `${line(step)}. Done when: ${escapeMarkdown(step.doneWhen)}`),
    ),
    ...list("Waits for something else", waits),
    ...list(
      "Your own",
      next.own.map((title) => `- ${escapeMarkdown(title)}`),
    ),
  ]);
}
