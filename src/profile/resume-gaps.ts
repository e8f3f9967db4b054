import type { Gap } from "./from-resume.ts";
import type { Entry, Resume } from "./resume-file.ts";

interface Rule extends Omit<Gap, "at" | "text"> {
  /** The place that lacks something, or undefined. */
  find(resume: Resume): string | undefined;
  /** What it lacks; the place stands after it. */
  says: string;
}

/** What a resume may lack, in the order in which it matters to a reader, and the actions that close it. */
const RULES: readonly Rule[] = [
  {
    id: "results",
    says: "Your resume names no result with a number",
    actions: ["evidence-translate"],
    find: ({ work, volunteer, projects }) => {
      const done = [...work, ...volunteer, ...projects].filter((entry) => wordsOf(entry).length > 0);
      return done.some((entry) => wordsOf(entry).some(isMeasured)) ? undefined : done[0]?.place("highlights");
    },
  },
  {
    id: "highlights",
    says: "Your resume does not say what you did there",
    actions: ["evidence-translate"],
    find: ({ work, volunteer }) =>
      [...work, ...volunteer].find((entry) => wordsOf(entry).length === 0)?.place("highlights"),
  },
  {
    id: "projects",
    says: "Your resume lists no project",
    actions: ["code-profile", "portfolio", "clips", "evidence-translate"],
    find: ({ projects }) => (projects.length === 0 ? "projects" : undefined),
  },
  {
    id: "references",
    says: "Your resume names nobody who would recommend you",
    actions: ["references"],
    find: ({ root }) => (root.isFilled("references") ? undefined : "references"),
  },
  {
    id: "profiles",
    says: "Your resume has no link to a profile or a page of yours",
    actions: ["linkedin"],
    find: ({ basics }) =>
      ["profiles", "url", "website", "websites"].some((key) => basics.isFilled(key)) ? undefined : "basics.profiles",
  },
  {
    id: "summary",
    says: "Your resume has no summary",
    actions: ["base-resume"],
    find: ({ basics }) => (basics.isFilled("summary") ? undefined : "basics.summary"),
  },
  {
    id: "contact",
    says: "Your resume gives no address to write to",
    actions: ["base-resume"],
    find: ({ basics }) => (basics.isFilled("email") ? undefined : "basics.email"),
  },
  {
    id: "skills",
    says: "Your resume lists no skills",
    actions: ["base-resume"],
    find: ({ root }) => (root.isFilled("skills") ? undefined : "skills"),
  },
  {
    id: "dates",
    says: "Your resume gives no date there",
    actions: ["base-resume"],
    find: ({ work, education }) => {
      const undated = [...work, ...education].find((entry) => !DATES.some((key) => entry.isFilled(key)));
      return undated?.place("startDate");
    },
  },
];

const DATES = ["startDate", "endDate", "date"];

/** Every gap of a resume with its place. */
export const findGaps = (resume: Resume): Gap[] =>
  RULES.flatMap(({ id, says, actions, find }) => {
    const at = find(resume);
    return at === undefined ? [] : [{ id, at, text: `${says} (\`${at}\`).`, actions }];
  });

/** What an entry says was done there. */
const wordsOf = (entry: Entry): string[] => [
  ...entry.texts("highlights"),
  ...["summary", "description"].flatMap((key) => entry.text(key)?.value ?? []),
];

const YEARS = /\b(?:19|20)\d\d\b/g;
const NUMBERS =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|twice|doubled|tripled|halved)\b/i;

/** Whether a text holds a number that is no year. */
const isMeasured = (text: string): boolean => NUMBERS.test(text.replace(YEARS, ""));
