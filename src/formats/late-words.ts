import { withoutFootnotes } from "../library/passages.ts";
import type { Plan } from "../plan/plan.ts";
import { type Day, formatDay } from "../profile/dates.ts";

/**
 * What is left when this year's window has passed, and the next one; undefined while there is time.
 * @param shown writes an ISO date
 */
export function lateWords({ calendar, made }: Plan, shown: (date: string) => string): string | undefined {
  if (!calendar?.ifLate) return undefined;
  const opens = shown(calendar.nextYearOpens);
  const next =
    calendar.nextYearOpens > made
      ? `Next year's window opens about ${opens}.`
      : `The window for a start a year later opened about ${opens}, and is open now.`;
  return `${withoutFootnotes(calendar.ifLate).replace(/\s+/g, " ")} ${next}`;
}

/** How many steps come later than they usually would, and whether to begin now; undefined when none does. */
export function lateSteps({ steps }: Plan, today: Day): string | undefined {
  const late = steps.filter((step) => step.late && step.status === "open");
  if (late.length === 0) return undefined;
  const nextWeek = formatDay(today + 7);
  const isNow = late.some(({ start }) => start !== null && start < nextWeek);
  const count = late.length === 1 ? "1 step comes" : `${late.length} steps come`;
  return `${count} later than usual: ${isNow ? "start now, in this order" : "go in this order"}.`;
}
