import { type Day, dayOf, partsOf } from "./dates.ts";
import { parseResumeDate, type ResumeDate } from "./resume-dates.ts";
import type { Entry } from "./resume-file.ts";

type Level = "school" | "bachelor" | "postgraduate" | "unknown";

/** One course of study in a resume. */
export interface Study {
  entry: Entry;
  level: Level;
  /** How it stands today; `undated` when the dates do not say. */
  status: "current" | "future" | "undated" | "ended";
  start?: Day;
  end?: Day;
  /** The end is a year alone, and this year: it may have ended or not. */
  endsThisYear: boolean;
}

const SCHOOL =
  /\b(?:high ?school|(?<!post-?)secondary|a[- ]?levels?|gcses?|abitur|matura|sixth form|hsc|hssc|icse|cbse|class (?:xii?|1[0-2])|1[0-2]th|ib diploma|bachillerato|ged|vce)\b/i;
const SCHOOL_NAME = /\b(?:(?:high|secondary|grammar) school|sixth form|gymnasium|lyc[ée]e|gesamtschule)\b/i;
const BACHELOR =
  /\b(?:b(?:sc?|a|s|eng|[- ]?tech|ed|ba|com|fa|n|sn|sw|e|arch|mus|ca|des|pharm|bus|ds)|mb(?:bs|bch|chb)|bachelor'?s?|licenciatura|licence|undergraduate|associate'?s?|aas|foundation degree|hnd|llb|laurea|grado|dut|but|bts|meng|msci|integrated)\b/i;
const POSTGRADUATE =
  /\b(?:m(?:sc|a|s|ba|ed|phil|res|[- ]?tech|fa|ph|sw|arch|ca|com)|llm|master'?s?|phd|dphil|doctora(?:te|l)|postgraduate|jd)\b(?! \(?hons)/i;
/** What stands in the education section, but is no course of study. */
const ASIDE =
  /\b(?:certificat(?:e|ion)|boot ?camp|nanodegree|mooc|online course|short course|workshop|exchange|erasmus|summer (?:school|program(?:me)?)|(?:study|semester) abroad)\b/i;

const DAYS_A_YEAR = 365.25;
/** A course of study without an end this long ago was rather forgotten than going on. */
const LONGEST_STUDY_YEARS = 8;
/** Where the academic year of the north begins and ends, and of the south; for dates that are a year alone. */
const TERMS = { north: { start: [9, 1], end: [6, 30] }, south: { start: [2, 15], end: [11, 30] } } as const;

/** The courses of study, the one that says most about today first; certificates and exchanges are left out. */
export function readStudies(entries: readonly Entry[], today: Day, southern: boolean): Study[] {
  const studies = entries.flatMap((entry) => readStudy(entry, today, southern) ?? []);
  const order = ({ status, level }: Study): number => {
    const place = ["current", "future", "undated", "ended"].indexOf(status);
    return level === "school" ? place + 4 : place;
  };
  return studies.sort((a, b) => order(a) - order(b) || (b.start ?? 0) - (a.start ?? 0) || (b.end ?? 0) - (a.end ?? 0));
}

function readStudy(entry: Entry, today: Day, southern: boolean): Study | undefined {
  const level = levelOf(entry);
  if (level === undefined) return undefined;
  const terms = southern ? TERMS.south : TERMS.north;
  const [from, to] = [readDate(entry, "startDate"), readDate(entry, "endDate")];
  const start = from && from !== "ongoing" ? dayIn(from, terms.start) : undefined;
  const end = to && to !== "ongoing" ? dayIn(to, terms.end) : undefined;
  const endsThisYear = to !== undefined && to !== "ongoing" && to.yearOnly && isYearOf(to, today);
  const common = { entry, level, endsThisYear, ...(start === undefined ? {} : { start }) };
  if (end !== undefined) {
    if (start !== undefined && start > end) return { ...common, status: "undated" };
    const status = end < today && !endsThisYear ? "ended" : (start ?? 0) > today ? "future" : "current";
    return { ...common, end, status };
  }
  if (start === undefined) return { ...common, status: to === "ongoing" ? "current" : "undated" };
  if (start > today) return { ...common, status: "future" };
  // An end that stands there and cannot be read is not the same as none.
  const isOpen = to === "ongoing" || !entry.isFilled("endDate");
  const isRecent = today - start < LONGEST_STUDY_YEARS * DAYS_A_YEAR;
  return { ...common, status: isOpen && isRecent ? "current" : "undated" };
}

/** A date of an entry; one that cannot be read is noted as ignored. */
export function readDate(entry: Entry, key: string): ResumeDate | "ongoing" | undefined {
  const text = entry.text(key);
  const date = text && parseResumeDate(text.value);
  if (text && date === undefined) entry.ignore(key);
  return date;
}

const dayIn = ({ day, yearOnly }: ResumeDate, [month, date]: readonly [number, number]): Day =>
  yearOnly ? dayOf(partsOf(day).year, month, date) : day;

const isYearOf = ({ day }: ResumeDate, today: Day): boolean => partsOf(day).year === partsOf(today).year;

function levelOf(entry: Entry): Level | undefined {
  const plain = (...keys: string[]): string => (entry.text(...keys)?.value ?? "").replaceAll(".", "");
  const [type, area] = [plain("studyType", "degree"), plain("area", "fieldOfStudy")];
  for (const text of [type, area]) {
    if (SCHOOL.test(text)) return "school";
    if (BACHELOR.test(text)) return "bachelor";
    if (POSTGRADUATE.test(text)) return "postgraduate";
    if (ASIDE.test(text)) return undefined;
  }
  return type === "" && SCHOOL_NAME.test(plain("institution", "name")) ? "school" : "unknown";
}

/** The stage a course of study that is going on stands in, or undefined where the dates leave it open. */
export function stageOfCurrent({ level, start, end, endsThisYear }: Study, today: Day): string | undefined {
  if (level === "school") return "secondary";
  if (level === "postgraduate") return "postgraduate";
  if (level === "unknown" || endsThisYear) return undefined;
  const year = start === undefined ? undefined : Math.floor((today - start) / DAYS_A_YEAR) + 1;
  if (end === undefined) return year === 1 ? "first-year" : undefined;
  const left = (end - today) / DAYS_A_YEAR;
  if (left <= 1) return "final-year";
  if (year === 1) return "first-year";
  if (year === undefined) return undefined;
  if (left <= 2) return "penultimate";
  return year === 2 ? "second-year" : undefined;
}

/** Whether a course of study ended within the last two years. */
export const endedLately = ({ end }: Study, today: Day): boolean => end !== undefined && today - end <= 2 * DAYS_A_YEAR;
