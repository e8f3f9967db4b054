import { type Day, dayOf, MONTHS, parseDay, partsOf } from "./dates.ts";

/** A date of a resume: a day, a month (its first), or a year alone. */
export interface ResumeDate {
  day: Day;
  yearOnly: boolean;
}

/** `ongoing`: "present" and its like. */
export type Ending = ResumeDate | "ongoing";

const ONGOING =
  /^(?:present|current(?:ly)?|now|ongoing|today|to date|till date|until now|heute|aujourd'hui|actualidad|presente)$/i;
const EXPECTED = /^(?:expected|anticipated|exp\.?|est\.?)[: ]+|\s*\(?(?:expected|anticipated)\)?$/gi;
const EARLIEST = 1950;
const LATEST = 2100;

/** Reads `2014`, `2014-05`, `2014-05-01`, a time stamp, `05/2014`, `May 2014`, "present"; otherwise undefined. */
export function parseResumeDate(text: string): Ending | undefined {
  const given = text.trim();
  if (ONGOING.test(given)) return "ongoing";
  const plain = given.replace(EXPECTED, "").trim();
  const day = parseDay(plain.slice(0, 10));
  const isStamp = day !== undefined && /^(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(plain.slice(10));
  const read = isStamp ? { day, yearOnly: false } : (readYear(plain) ?? readMonth(plain));
  if (!read) return undefined;
  const { year } = partsOf(read.day);
  return year >= EARLIEST && year <= LATEST ? read : undefined;
}

function readYear(text: string): ResumeDate | undefined {
  return /^\d{4}$/.test(text) ? { day: dayOf(Number(text), 1, 1), yearOnly: true } : undefined;
}

function readMonth(text: string): ResumeDate | undefined {
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  const [, monthFirst, yearLast] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const [, name = "", yearNamed] = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(text) ?? [];
  const named = MONTHS.findIndex((each) => each.toLowerCase().startsWith(name.toLowerCase())) + 1;
  const number = Number(month ?? monthFirst ?? (name ? named : 0));
  const inYear = Number(year ?? yearLast ?? yearNamed);
  return number >= 1 && number <= 12 ? { day: dayOf(inYear, number, 1), yearOnly: false } : undefined;
}
