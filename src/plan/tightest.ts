import type { Day } from "../profile/dates.ts";
import { type Dated, isLater } from "./date-steps.ts";
import type { Capacity } from "./schedule.ts";

/** The step before the start with the fewest days to spare, and how many (negative when it is too late). */
export function tightest(dated: readonly Dated[]): { slack: number; decisive: Dated | undefined } {
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

/**
 * The steps that decide when the tightest one ends, in time order: back from it without a free day in between, those
 * that are needed no later than it, and those that others of them wait for. Fewer hours in these, or more days before
 * them, and it would end sooner.
 */
export function decisiveChain(decisive: Dated, dated: readonly Dated[], { busy }: Capacity): string[] {
  const byId = new Map(dated.map((item) => [item.action.id, item]));
  const chain = new Set([decisive]);
  const bind = (item: Dated): void => {
    for (const id of item.action.after) {
      const before = byId.get(id);
      if (!before || chain.has(before) || !touches(before.slot.done, item.slot.start)) continue;
      chain.add(before);
      bind(before);
    }
  };
  const touches = (end: Day, from: Day): boolean => {
    let day = from - 1;
    while (day > end && busy.some(([first, last]) => first <= day && day <= last)) day--;
    return day <= end;
  };
  bind(decisive);
  const rivals = dated.filter((item) => !isLater(item.action) && item.latest <= decisive.latest);
  let from = Math.min(...[...chain].map(({ slot }) => slot.start));
  for (const item of rivals.sort((a, b) => b.slot.worked - a.slot.worked || b.slot.start - a.slot.start)) {
    if (item.slot.start > decisive.slot.worked || !touches(item.slot.worked, from)) continue;
    chain.add(item);
    bind(item);
    from = Math.min(from, item.slot.start);
  }
  return [...chain]
    .sort((a, b) => a.slot.start - b.slot.start || a.slot.worked - b.slot.worked)
    .map(({ action }) => action.id);
}
