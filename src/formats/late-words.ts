import { withoutFootnotes } from "../library/passages.ts";
import type { Plan } from "../plan/plan.ts";

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
