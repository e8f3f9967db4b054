/** Dates as whole day numbers (days since 1970-01-01, UTC): no time zone, no clock, no locale. */
export type Day = number;

/** What day it is, found out when it is asked for: the local day costs half a MB of time zones. */
export interface Clock {
  readonly today: Day;
}

const MS = 86_400_000;
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The day of a strict ISO date (`2027-06-01`, years 1970 to 9999), or undefined. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isInMonth = month >= 1 && month <= 12 && date >= 1 && dayOf(year, month, date) < dayOf(year, month + 1, 1);
  return year >= 1970 && isInMonth ? dayOf(year, month, date) : undefined;
}

/** A plan leads a few years on, and years have four digits. */
const LAST_GIVEN = Date.UTC(9989, 11, 31) / MS;

/** The day of an ISO date that a person gives: at most the last of 9989. */
export function parseGivenDay(text: string): Day | undefined {
  const day = parseDay(text);
  return day !== undefined && day <= LAST_GIVEN ? day : undefined;
}

/** The ISO date of a day. By its parts: toISOString looks up the name of the local time zone, which takes 1 MB and as many ms. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${year}-${twoDigits(month)}-${twoDigits(date)}`;
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

export const dayOf = (year: number, month: number, date: number): Day => Date.UTC(year, month - 1, date) / MS;

/** Year, month (1 to 12) and date of a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The Monday on or before a day. 1970-01-01 was a Thursday. */
export const mondayOf = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7);

/** `1 June 2027` */
export function longDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** `1 Jun`, with the year when it is not that of `near`. */
export function shortDate(day: Day, near: Day): string {
  const { year, month, date } = partsOf(day);
  const name = (MONTHS[month - 1] ?? "").slice(0, 3);
  return year === partsOf(near).year ? `${date} ${name}` : `${date} ${name} ${year}`;
}
