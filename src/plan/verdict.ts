import type { Topic } from "../library/topic.ts";
import { type Day, formatDay } from "../profile/dates.ts";
import { type Dated, dateSteps, isLater } from "./date-steps.ts";
import type { Change, Verdict } from "./plan.ts";
import type { Capacity } from "./schedule.ts";
import type { Selected } from "./select.ts";

/** Less than this many days to spare is tight. */
const TIGHT_DAYS = 14;
const MOST_HOURS = 40;
const LATEST_START_DAYS = 366;

/** Whether the steps can be done in time. It looks at the latest dates only: a missed best date is no failure. */
export function judge(
  selected: readonly Selected[],
  track: Topic<"track"> | undefined,
  start: Day | undefined,
  capacity: Capacity,
  dated: readonly Dated[],
): Verdict {
  if (start === undefined) return { id: "fits", slackDays: null, chain: [], changes: [] };
  const { slack, decisive } = tightest(dated);
  if (!decisive) return { id: "fits", slackDays: null, chain: [], changes: [] };
  const id = slack < 0 ? "does-not-fit" : slack < TIGHT_DAYS ? "tight" : "fits";
  const chain = id === "fits" ? [] : chainTo(decisive, dated);
  const changes = id === "does-not-fit" ? smallestChanges(selected, track, start, capacity) : [];
  return { id, slackDays: slack, chain, changes };
}

function tightest(dated: readonly Dated[]): { slack: number; decisive: Dated | undefined } {
  let slack = Number.POSITIVE_INFINITY;
  let decisive: Dated | undefined;
  for (const item of dated) {
    const own = item.latest - item.slot.done;
    if (isLater(item.action) || own >= slack) continue;
    slack = own;
    decisive = item;
  }
  return { slack, decisive };
}

/** The steps worked on without a gap up to the decisive one, the latest dozen of them: the ones that decide. */
function chainTo(decisive: Dated, dated: readonly Dated[]): string[] {
  const needed = new Set<string>();
  const byId = new Map(dated.map((item) => [item.action.id, item]));
  const visit = (id: string): void => {
    if (needed.has(id) || !byId.has(id)) return;
    for (const before of byId.get(id)?.action.after ?? []) visit(before);
    needed.add(id);
  };
  visit(decisive.action.id);
  return [...needed];
}

/** For each kind of change the smallest one that makes everything fit, where there is one. */
function smallestChanges(
  selected: readonly Selected[],
  track: Topic<"track"> | undefined,
  start: Day,
  capacity: Capacity,
): Change[] {
  const fits = (steps: readonly Selected[], from: Day, hoursPerWeek: number): boolean =>
    tightest(dateSteps(steps, track, from, { ...capacity, hoursPerWeek }).kept).slack >= 0;
  const changes: Change[] = [];

  const hours = firstFitting(capacity.hoursPerWeek * 2 + 1, MOST_HOURS * 2, 8, (half) =>
    fits(selected, start, half / 2),
  );
  if (hours !== undefined) changes.push({ kind: "hours", from: capacity.hoursPerWeek, to: hours / 2 });
  const later = firstFitting(1, LATEST_START_DAYS, 7, (days) => fits(selected, start + days, capacity.hoursPerWeek));
  if (later !== undefined) changes.push({ kind: "start", from: formatDay(start), to: formatDay(start + later) });
  const dropped = fewestToDrop(selected, (steps) => fits(steps, start, capacity.hoursPerWeek));
  if (dropped) changes.push({ kind: "leave-out", steps: dropped });
  return changes;
}

/** The smallest whole number that fits: found by strides, then one by one within the last stride. */
function firstFitting(from: number, to: number, stride: number, fits: (value: number) => boolean): number | undefined {
  for (let end = Math.ceil(from); end <= to; end += stride) {
    if (!fits(end)) continue;
    for (let value = Math.max(Math.ceil(from), end - stride + 1); value < end; value++) if (fits(value)) return value;
    return end;
  }
  return undefined;
}

/** Steps that are not essential and no prerequisite of what stays, optional and long ones first, until the rest fits. */
function fewestToDrop(
  selected: readonly Selected[],
  fits: (steps: readonly Selected[]) => boolean,
): string[] | undefined {
  const rank = { optional: 0, recommended: 1, essential: 2 };
  const dropped: string[] = [];
  let kept = [...selected];
  const candidates = selected
    .filter(({ action }) => action.priority !== "essential" && !isLater(action))
    .sort((a, b) => rank[a.action.priority] - rank[b.action.priority] || b.action.effort - a.action.effort);
  for (const { action } of candidates) {
    kept = kept.filter((item) => item.action.id !== action.id);
    dropped.push(action.id);
    if (fits(kept)) return dropped;
  }
  return undefined;
}
