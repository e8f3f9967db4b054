import type { AnswerKind } from "../library/topic.ts";
import type { Profile } from "./profile.ts";

export type QuestionId = AnswerKind | "start" | "hours";

/** One question about a person. Flags, help and the repeat command derive from this table. */
export interface Question {
  id: QuestionId;
  ask: string;
  /** One line: why it is asked. */
  why: string;
  /** The flag's value, as help shows it. */
  value: string;
  /** The flag's line in help. */
  flagHelp: string;
  /** Several answers hold at once; the flag may be repeated. */
  many?: boolean;
  /** A further line under the question. */
  help?: string;
  /** The flag values of the answer, or undefined when there is none. */
  known(profile: Profile): string[] | undefined;
}

const one = (value: string | number | undefined): string[] | undefined =>
  value === undefined ? undefined : [`${value}`];
const list = (values: string[] | undefined): string[] | undefined => (values?.length === 0 ? ["none"] : values);

export const QUESTIONS: readonly Question[] = [
  {
    id: "field",
    ask: "What do you study, or hope to study?",
    why: "It decides which passages and hiring calendar you get.",
    value: "text",
    flagHelp: "what you study (nursing, BSc Physics, undecided)",
    known: (profile) => one(profile.field),
  },
  {
    id: "track",
    ask: "What kind of work would you like to try?",
    why: "Each kind of work hires at its own time of year.",
    value: "text",
    flagHelp: "the kind of work you aim at (software, museums)",
    known: (profile) => one(profile.track),
  },
  {
    id: "stage",
    ask: "Where are you right now?",
    why: "Some offers are only for certain years, and an internship after the degree is a different bargain.",
    help: "Three-year degree: year two is second-to-last. Two-year college: first or last year.",
    value: "text",
    flagHelp: "where you stand (first-year, final-year)",
    known: (profile) => one(profile.stage),
  },
  {
    id: "goal",
    ask: "What would you most like to get out of it? Pick one or two.",
    why: "Your goals count most when we order the benefits.",
    value: "text",
    flagHelp: "what you want from it (job, clarity, skills); repeatable",
    many: true,
    known: (profile) => list(profile.goals),
  },
  {
    id: "concern",
    ask: "Is any of this true for you? Tick what fits. Nothing here counts against you.",
    why: "Each one adds steps or conditions. Answers stay on this computer.",
    value: "text",
    flagHelp: "what might stand in the way (money, visa, none); repeatable",
    many: true,
    known: (profile) => list(profile.concerns),
  },
  {
    id: "country",
    ask: "Where would the internship be?",
    why: "Rules on pay and permission to work differ.",
    value: "text",
    flagHelp: "where it would be (us, Germany, remote)",
    known: (profile) =>
      profile.remote ? [["remote", profile.country].filter(Boolean).join(" ")] : one(profile.country),
  },
  {
    id: "start",
    ask: "When would you like to start?",
    why: "Your dates are counted back from this.",
    value: "date",
    flagHelp: "first day: 2027-06-01, June, summer",
    known: (profile) => one(profile.start),
  },
  {
    id: "hours",
    ask: "How many hours a week can you spend preparing, in a normal week?",
    why: "So the plan fits your week. This is time to look and apply, not hours of the internship.",
    value: "hours",
    flagHelp: "hours a week for looking and applying (2 if not given)",
    known: (profile) => one(profile.hours),
  },
];
