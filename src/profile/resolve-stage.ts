/** A stage said in numbers and dates, or the stages it could be. */
export type StageReading = { id: string; rest: string } | { offers: string[] };

const NUMBERS: Record<string, number> = {
  "1st": 1, first: 1, one: 1, "2nd": 2, second: 2, two: 2, "3rd": 3, third: 3, three: 3, "4th": 4, fourth: 4, four: 4,
  primer: 1, primero: 1, primeiro: 1, primo: 1, premiere: 1, "1er": 1, "1ere": 1, erstes: 1, ersten: 1, eerste: 1, birinci: 1, pierwszy: 1,
  segundo: 2, secondo: 2, deuxieme: 2, seconde: 2, "2eme": 2, "2e": 2, zweites: 2, zweiten: 2, tweede: 2, ikinci: 2, drugi: 2,
  tercer: 3, tercero: 3, terceiro: 3, terzo: 3, troisieme: 3, "3eme": 3, "3e": 3, drittes: 3, dritten: 3, derde: 3, ucuncu: 3, trzeci: 3,
  cuarto: 4, quarto: 4, quatrieme: 4, "4eme": 4, "4e": 4, viertes: 4, vierten: 4, vierde: 4, dorduncu: 4, czwarty: 4,
  funftes: 5, quinto: 5, sechstes: 6, siebtes: 7, achtes: 8,
  "5th": 5, fifth: 5, five: 5, "6th": 6, sixth: 6, six: 6, seven: 7, "7th": 7, seventh: 7, eight: 8, "8th": 8, eighth: 8,
}; // biome-ignore format: a table

const NUMBER = `(${Object.keys(NUMBERS).join("|")}|[1-8]o?)`;
const OF = "(?:of|out of|in a)";
const YEARS = "(?:years?|yrs?|anos?|anno|curso|annees?|jahr|studienjahr|jaar|sinif|rok)";
const SEMESTERS = "(?:semesters?|sems?|fachsemester|semestres?)";

const YEAR_OF = new RegExp(`\\b${NUMBER} ${YEARS} ${OF} (?:a |my )?${NUMBER}(?: ?${YEARS})?\\b`);
const YEAR_NUMBER_OF = new RegExp(`\\byear ${NUMBER} ${OF} (?:a |my )?${NUMBER}(?: ?${YEARS})?\\b`);
const FRACTION = /^(?:year )?([1-8]) ?(?:\/|of|out of) ?([1-8])(?: years?)?$/;
const YEAR = new RegExp(`\\b${NUMBER} ${YEARS}\\b`);
const YEAR_NUMBER = new RegExp(`\\byear ${NUMBER}\\b`);
const SEMESTER = new RegExp(`\\b${NUMBER} ${SEMESTERS}\\b`);
const SEMESTER_NUMBER = new RegExp(`\\b${SEMESTERS} ${NUMBER}\\b`);

const SCHOOL =
  /\b(?:(?:senior|junior|sophomore|freshman|student)s?(?: year)? (?:in|at|of) )?(?:high ?school|secondary school|middle school|hs)(?: (?:senior|junior|sophomore|freshman|student)s?)?\b|\b(?:year|yr) 1[0-3]\b|\b(?:grade|class) (?:9|1[0-2])\b|\b(?:9|1[0-2])th (?:grade(?:r)?|class|standard|std)\b|\bsixth form(?:er)?\b/;
const MASTERS =
  /\b(?:msc|mres|mphil|mba|m ?tech|masters?|phd|ph d|dphil|doctora(?:te|l)|doktorand(?:in)?|postgrad(?:uate)?|grad(?:uate)? (?:school|student))\b/;
const FINISHED = /\b(?:graduated|finished|completed|done with|got my degree)\b/;
const RECENTLY = new RegExp(
  "\\b(?:just|recently|(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter|semester|term|" +
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)|" +
    "in (?:january|february|march|april|may|june|july|august|september|october|november|december)|" +
    `(?:a|one|1|two|2) ${YEARS} ago|(?:[a-z]+|\\d{1,2}) (?:days?|weeks?) ago|(?:a|a few|one|two|three|four|five|six|seven|eight|nine|ten|[1-9]|1\\d|2[0-4]) months? ago)\\b`,
);
const OPEN =
  /\b(?:not|no|never|or|dont|isnt|arent|if|neither|nor|either|before|want|wants|plan|planning|hope|hoping|going to|will|would|apply|applying|accepted)\b/;

const LONGEST_COURSE = 8;

/**
 * Reads "3rd year of 4", "5th semester", "Year 12", "2nd year MSc", "graduated last May". A third year without a
 * length is the last one of three or the second to last of four, so it is asked back; so is a date, for want of a clock.
 * @param text lower case, without accents
 */
export function readStage(text: string): StageReading | undefined {
  if (OPEN.test(text)) return undefined;
  return readFinished(text) ?? readSchool(text) ?? readMasters(text) ?? readYearOf(text) ?? readYear(text);
}

const without = (text: string, ...parts: RegExp[]): string =>
  parts.reduce((rest, part) => rest.replace(part, " "), text);

function readFinished(text: string): StageReading | undefined {
  if (/\babout to (?:graduate|finish)\b/.test(text))
    return { id: "final-year", rest: without(text, /\babout to (?:graduate|finish)\b/) };
  if (!FINISHED.test(text)) return undefined;
  if (SCHOOL.test(text)) return { offers: ["secondary", "first-year"] };
  if (!RECENTLY.test(text) || MASTERS.test(text))
    return { offers: ["recent-graduate", "career-changer", "postgraduate"] };
  return { id: "recent-graduate", rest: without(text, FINISHED, RECENTLY, RECENTLY) };
}

function readSchool(text: string): StageReading | undefined {
  return SCHOOL.test(text)
    ? { id: "secondary", rest: without(text, SCHOOL, /\b(?:senior|junior|sophomore|freshman)\b/) }
    : undefined;
}

function readMasters(text: string): StageReading | undefined {
  if (!MASTERS.test(text) || /\bintegrated\b/.test(text)) return undefined;
  return {
    id: "postgraduate",
    rest: without(text, MASTERS, MASTERS, YEAR, YEAR_NUMBER, /\b(?:final|last|penultimate) year\b/),
  };
}

function readYearOf(text: string): StageReading | undefined {
  for (const pattern of [YEAR_OF, YEAR_NUMBER_OF, FRACTION]) {
    const match = pattern.exec(text);
    if (!match) continue;
    const reading = stageOf(numberOf(match[1]), numberOf(match[2]));
    return typeof reading === "string" ? { id: reading, rest: without(text, pattern) } : { offers: reading };
  }
  return undefined;
}

/** Year 4 of 4 is the last one, year 3 of 4 the second to last; the stage of a year, or the stages nearest to it. */
function stageOf(year: number, length: number): string | string[] {
  if (year > length || length > LONGEST_COURSE || length < 2) return [];
  if (year === length) return "final-year";
  if (year === 1) return "first-year";
  if (year === length - 1) return "penultimate";
  return year === 2 ? "second-year" : ["second-year", "penultimate"];
}

function readYear(text: string): StageReading | undefined {
  for (const [pattern, perYear] of [
    [YEAR, 1],
    [YEAR_NUMBER, 1],
    [SEMESTER, 2],
    [SEMESTER_NUMBER, 2],
  ] as const) {
    // biome-ignore format: a table
    const match = pattern.exec(text);
    if (!match) continue;
    const year = Math.ceil(numberOf(match[1]) / perYear);
    const rest = without(text, pattern);
    if (year <= 2) return { id: year === 1 ? "first-year" : "second-year", rest };
    return year === 4
      ? { id: "final-year", rest }
      : { offers: year === 3 ? ["penultimate", "final-year"] : ["final-year", "penultimate"] };
  }
  return undefined;
}

const numberOf = (text = ""): number => NUMBERS[text] ?? Number.parseInt(text, 10);
