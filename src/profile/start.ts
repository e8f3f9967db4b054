import { type Day, dayOf, MONTHS, parseGivenDay, partsOf } from "./dates.ts";

const SEASONS: Record<string, number> = { summer: 6, autumn: 9, fall: 9, winter: 1, spring: 3 };

/** The month (1 to 12) a season starts in; south of the equator the seasons are half a year apart. */
export const seasonMonth = (season: string, southern: boolean): number | undefined => {
  const month = SEASONS[season];
  if (!month || !southern) return month;
  return { 6: 12, 9: 3, 1: 6, 3: 9 }[month];
};

/** The first of that month that lies after `today`. */
export function nextFirst(month: number, today: Day): Day {
  const { year } = partsOf(today);
  const day = dayOf(year, month, 1);
  return day > today ? day : dayOf(year + 1, month, 1);
}

/**
 * The day a person means with `2027-06-01`, `2027-06`, `June`, `June 2027` or a season, or undefined.
 * Months and seasons without a year are the next to come.
 */
export function parseStart(text: string, today: Day, southern = false): Day | undefined {
  const given = text.trim().toLowerCase();
  const day = parseGivenDay(given);
  if (day !== undefined) return day;
  const season = /^(?:next )?(summer|autumn|fall|winter|spring)$/.exec(given)?.[1];
  if (season) return nextFirst(seasonMonth(season, southern) ?? 6, today);
  if (/^\d{4}-\d{2}$/.test(given)) return parseGivenDay(`${given}-01`);
  const named = /^([a-z]{3,9})(?: (\d{4}))?$/.exec(given);
  const month = named ? MONTHS.findIndex((name) => isShortFor(named[1] ?? "", name.toLowerCase())) + 1 : 0;
  if (month === 0) return undefined;
  return named?.[2] ? dayOf(Number(named[2]), month, 1) : nextFirst(month, today);
}

const isShortFor = (text: string, name: string): boolean => text === name || text === name.slice(0, 3);
