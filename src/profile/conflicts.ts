import { type Day, parseDay } from "./dates.ts";
import { ENDED, type FromResume } from "./from-resume.ts";
import type { Profile } from "./profile.ts";

/** Answers that do not go together. They are pointed out, and each still counts as given. */
export interface Conflict {
  answers: string[];
  text: string;
}

/** A busy week to most people; more than this beside little time is worth a second look. */
const MANY_HOURS = 15;

/** Pairs of answers that contradict each other; all of `answers` have to stand. */
const CONFLICTS: readonly Conflict[] = [
  {
    answers: ["stage/recent-graduate", "concern/required"],
    text: "You said that you have graduated, and that your course requires a placement. If you are on a course now, choose its stage.",
  },
  {
    answers: ["concern/had-one", "concern/no-experience"],
    text: "You said that you have done an internship, and that you never had one in this field. Both hold only if it was in another field.",
  },
  {
    answers: ["goal/job", "goal/further-study"],
    text: "You want a job after you graduate, and a place in further study. These point to different routes: compare them, one goal at a time.",
  },
  {
    answers: ["field/trades-transport", "stage/postgraduate"],
    text: "You named a trade, and a master's or doctorate. A trade is learned in an apprenticeship: say which of the two this is about.",
  },
  {
    answers: ["country/remote", "concern/relocation"],
    text: "You said that the internship is online, and that you would have to move for it.",
  },
  {
    answers: ["concern/time", "hours"],
    text: "You said that you have little time, and gave many hours a week to prepare. The plan takes the hours as given.",
  },
  {
    answers: ["start"],
    text: "The start you gave has passed. Give a new one with --start.",
  },
  {
    answers: ["interview", "offer"],
    text: "You gave an interview that comes after the offer. Check both dates.",
  },
];

/** The answers that contradict each other, one line each; with a resume, also where it says something else. */
export function conflictsOf(profile: Profile, today: Day, resume?: FromResume): Conflict[] {
  const said = markersOf(profile, today);
  const own = CONFLICTS.filter(({ answers }) => answers.every((answer) => said.has(answer)));
  return [...own.map(({ answers, text }) => ({ answers: [...answers], text })), ...againstResume(profile, resume)];
}

/** The answers as `kind/id`, and dates and hours by name where they are unusual. */
function markersOf(profile: Profile, today: Day): Set<string> {
  const { field, stage, goals = [], concerns = [], remote, hours = 0, start, interview, offer } = profile;
  const hasPassed = start !== undefined && (parseDay(start) ?? today) < today;
  const isCrossed = interview !== undefined && offer !== undefined && interview > offer;
  return new Set([
    `field/${field}`,
    `stage/${stage}`,
    ...goals.map((id) => `goal/${id}`),
    ...concerns.map((id) => `concern/${id}`),
    ...(remote ? ["country/remote"] : []),
    ...(hours >= MANY_HOURS ? ["hours"] : []),
    ...(hasPassed ? ["start"] : []),
    ...(isCrossed ? ["interview", "offer"] : []),
  ]);
}

const STUDYING = ["secondary", "first-year", "second-year", "penultimate", "final-year"];

function againstResume({ stage, concerns }: Profile, resume: FromResume | undefined): Conflict[] {
  const reads = resume?.overruled.find(({ answer }) => answer === "stage");
  const internship = resume?.overruled.find(({ value }) => value === "had-one");
  const found: Conflict[] = [];
  // Someone who has graduated may have begun a master's or another career since.
  const isOver = reads?.value === ENDED || reads?.value === "recent-graduate";
  if (reads && stage && (!isOver || STUDYING.includes(stage))) {
    const words = isOver ? "says that your studies have ended" : `reads as ${reads.value}`;
    const text = `Your resume ${words} (${reads.at}), and you said ${stage}. Your answer counts; check which is right.`;
    found.push({ answers: [`stage/${stage}`, "resume"], text });
  }
  if (internship && concerns?.includes("no-experience")) {
    const text = `Your resume lists an internship (${internship.at}), and you said that you never had one in this field. Your answer counts.`;
    found.push({ answers: ["concern/no-experience", "resume"], text });
  }
  return found;
}
