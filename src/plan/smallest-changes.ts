import type { Topic } from "../library/topic.ts";
import { type Day, formatDay } from "../profile/dates.ts";
import type { KnownDays } from "./calendar.ts";
import { dateSteps, isLater } from "./date-steps.ts";
import type { Change } from "./plan.ts";
import type { Capacity } from "./schedule.ts";
import type { Selected } from "./select.ts";
import { tightest } from "./tightest.ts";

const MOST_HOURS = 40;
const LATEST_START_DAYS = 366;
/** Two steps to drop are searched for among at most this many. */
const MOST_PAIRED = 20;

/** For each kind of change the smallest one that makes everything fit, where there is one. */
export function smallestChanges(
  selected: readonly Selected[],
  track: Topic<"track"> | undefined,
  known: KnownDays & { start: Day },
  capacity: Capacity,
): Change[] {
  const { start } = known;
  const { hoursPerWeek } = capacity;
  const fits = (steps: readonly Selected[], days: KnownDays, hours: number): boolean =>
    tightest(dateSteps(steps, track, days, { ...capacity, hoursPerWeek: hours }).kept).slack >= 0;
  const changes: Change[] = [];

  const halfHours = firstOf(Math.floor(hoursPerWeek * 2) + 1, MOST_HOURS * 2, (half) =>
    fits(selected, known, half / 2),
  );
  if (halfHours !== undefined) changes.push({ kind: "hours", from: hoursPerWeek, to: halfHours / 2 });
  const later = firstOf(1, LATEST_START_DAYS, (days) =>
    fits(selected, { ...known, start: start + days }, hoursPerWeek),
  );
  if (later !== undefined) changes.push({ kind: "start", from: formatDay(start), to: formatDay(start + later) });
  const dropped = fewestToDrop(selected, (steps) => fits(steps, known, hoursPerWeek));
  if (dropped) changes.push({ kind: "leave-out", steps: dropped });
  return changes;
}

/** The smallest whole number that fits. */
function firstOf(from: number, to: number, fits: (value: number) => boolean): number | undefined {
  for (let value = from; value <= to; value++) if (fits(value)) return value;
  return undefined;
}

/** The fewest steps without which the rest fits: one, else two, else as many as it takes and none of them needlessly. */
function fewestToDrop(
  selected: readonly Selected[],
  fits: (steps: readonly Selected[]) => boolean,
): string[] | undefined {
  const choices = droppable(selected);
  const fitsWithout = (ids: readonly string[]): boolean =>
    fits(selected.filter(({ action }) => !ids.includes(action.id)));
  const one = choices.find(fitsWithout);
  if (one) return one;
  const pairs = choices.flatMap((first, i) =>
    choices.slice(i + 1).map((second) => [...new Set([...first, ...second])]),
  );
  const two = choices.length > MOST_PAIRED ? undefined : pairs.sort((a, b) => a.length - b.length).find(fitsWithout);
  if (two) return two;
  const all = choices.map((ids) => ids[0] as string);
  if (!fitsWithout(all)) return undefined;
  return choices.reduceRight((dropped, ids) => {
    const fewer = dropped.filter((id) => !ids.includes(id));
    return fitsWithout(fewer) && isClosed(fewer, selected) ? fewer : dropped;
  }, all);
}

/** Each step that may go, with the steps that need it: the fewest first, then optional before recommended, then short ones. */
function droppable(selected: readonly Selected[]): string[][] {
  const byId = new Map(selected.map(({ action }) => [action.id, action]));
  const withDependents = (id: string): string[] => {
    const needed = selected.filter(({ action }) => action.after.includes(id)).map(({ action }) => action.id);
    return [...new Set([id, ...needed.flatMap(withDependents)])];
  };
  const mayGo = (id: string): boolean => {
    const action = byId.get(id);
    return action !== undefined && action.priority !== "essential" && !isLater(action);
  };
  const rank = (ids: string[]): [number, number, number] => {
    const first = byId.get(ids[0] ?? "");
    return [ids.length, first?.priority === "optional" ? 0 : 1, first?.effort ?? 0];
  };
  return [...byId.keys()]
    .map(withDependents)
    .filter((ids) => ids.every(mayGo))
    .sort((a, b) => {
      const [left, right] = [rank(a), rank(b)];
      return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
    });
}

/** Whether nothing that stays needs a step that goes. */
const isClosed = (dropped: readonly string[], selected: readonly Selected[]): boolean =>
  selected.every(({ action }) => dropped.includes(action.id) || !action.after.some((id) => dropped.includes(id)));
