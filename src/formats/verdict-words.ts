import type { Change, Plan } from "../plan/plan.ts";
import { longDate, parseDay } from "../profile/dates.ts";

const FITS = { fits: "It fits", tight: "It is tight", "does-not-fit": "It does not fit" } as const;
const NO_CHANGE =
  "No single change would make it fit: neither more hours, nor a start within a year from then, nor fewer steps. Begin with the first steps; each one still helps.";

const hours = (count: number): string => (count === 1 ? "1 hour" : `${count} hours`);
const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

/** `It fits 4 hours a week, with 20 days to spare.`, and what decides or would change it. One sentence each. */
export function verdictWords(plan: Plan): string[] {
  const { id, slackDays, chain, changes } = plan.verdict;
  const rate = `${FITS[id]} at ${hours(plan.hoursPerWeek)} a week`;
  if (slackDays === null) return [`${rate}.`];
  const decides = id === "fits" || chain.length === 0 ? [] : [`What decides: ${chainText(chain, plan)}.`];
  if (id !== "does-not-fit")
    return [`${rate}, with ${slackDays === 0 ? "no day" : days(slackDays)} to spare.`, ...decides];
  const would = changes.map((change) => `It would fit ${changeText(change, plan)}.`);
  return [`${rate}: ${days(-slackDays)} short.`, ...decides, ...(would.length > 0 ? would : [NO_CHANGE])];
}

/** A chain longer than this is told by its ends. */
const MOST_NAMED = 3;

function chainText(chain: readonly string[], plan: Plan): string {
  const titles = titlesOf(chain, plan);
  if (titles.length <= MOST_NAMED) return titles.join(", then ");
  const sum = plan.steps.reduce((total, { id, effortHours }) => total + (chain.includes(id) ? effortHours : 0), 0);
  const whole = hours(Math.round(sum * 10) / 10);
  return `${titles.length} steps in a row, ${whole} together, from "${titles[0]}" to "${titles.at(-1)}"`;
}

const titlesOf = (ids: readonly string[], plan: Plan): string[] =>
  ids.map((id) => plan.steps.find((step) => step.id === id)?.title ?? id);

/** `with 5.5 hours a week instead of 4` */
function changeText(change: Change, plan: Plan): string {
  if (change.kind === "hours") return `with ${hours(change.to)} a week instead of ${change.from}`;
  if (change.kind === "leave-out") return `without: ${titlesOf(change.steps, plan).join("; ")}`;
  const date = (iso: string): string => longDate(parseDay(iso) ?? 0);
  return `with a start on ${date(change.to)} instead of ${date(change.from)}`;
}
