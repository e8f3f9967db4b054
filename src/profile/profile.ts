import type { Answer, Answers } from "../library/conditions.ts";
import type { Library } from "../library/library.ts";
import type { AnswerKind, AnswerTerms, AnswerTopic, Topic } from "../library/topic.ts";
import { type Day, parseDay } from "./dates.ts";

/**
 * A person's answers. What is missing is unknown and never counts as a "no"; an empty list of goals or concerns is
 * the answer "none of these".
 */
export interface Profile {
  field?: string;
  /** Other fields the person named; the first one decides. */
  alsoFields?: string[];
  track?: string;
  stage?: string;
  goals?: string[];
  concerns?: string[];
  country?: string;
  /** Online: the country is where the person sits. */
  remote?: boolean;
  /** ISO date of the first day of the internship. */
  start?: string;
  /** ISO date of an interview that is agreed, and of an offer or the day to answer it by. */
  interview?: string;
  offer?: string;
  /** Hours a week for looking and applying. */
  hours?: number;
  busy?: BusyTime[];
}

/** A stretch of days without time, both ends included, as ISO dates. */
export interface BusyTime {
  from: string;
  to: string;
}

/** Hours a week assumed when nobody said: kinder than more. */
export const USUAL_HOURS = 2;
/** A start within this many days is a late start. */
const LATE_DAYS = 8 * 7;

/** Whether the profile answers nothing that advice could use. */
export const isBlank = (profile: Profile): boolean =>
  !profile.field && !profile.track && !profile.stage && !profile.goals && !profile.concerns && !profile.country;

/** The track that decides the calendar: the one chosen, or the field's usual one (`assumed`). */
export function trackOf(profile: Profile, library: Library): { track?: Topic<"track">; assumed: boolean } {
  const usual = profile.field ? library.find("field", profile.field)?.tracks[0] : undefined;
  const id = profile.track ?? usual;
  const track = id ? library.find("track", id) : undefined;
  return { ...(track ? { track } : {}), assumed: !profile.track };
}

/** The profile as conditions see it, with the concerns that are worked out: `minor`, `late-start`. */
export function answersOf(profile: Profile, library: Library, today: Day): Answers {
  const field = profile.field ? library.answerTerms(`field/${profile.field}`) : undefined;
  const country = [profile.country, profile.remote ? "remote" : undefined].filter((id) => id !== undefined);
  const derived = derivedConcerns(profile, today);
  const concerns = [...(profile.concerns ?? []), ...Object.keys(derived)];
  const certain = (id: string | undefined): Answer | undefined => (id ? { ids: [id], open: false } : undefined);
  const answers: Answers = {};
  const set = (kind: keyof Answers, answer: Answer | undefined): void => {
    if (answer) answers[kind] = answer;
  };
  set("field", certain(profile.field));
  const usual = field?.tracks?.[0];
  const assumed = usual && !profile.track ? { workedOut: { [usual]: `field/${profile.field}` } } : {};
  const track = certain(profile.track ?? usual);
  set("track", track && { ...track, ...assumed });
  set("stage", certain(profile.stage));
  if (profile.goals) set("goal", { ids: profile.goals, open: profile.goals.length > 0 });
  if (profile.concerns || concerns.length > 0) {
    set("concern", { ids: concerns, open: profile.concerns?.length !== 0, workedOut: derived });
  }
  if (country.length > 0) set("country", { ids: country, open: profile.country === undefined });
  return answers;
}

/** The concerns that are worked out, each with the answer behind it. */
function derivedConcerns(profile: Profile, today: Day): Record<string, string> {
  const start = profile.start ? parseDay(profile.start) : undefined;
  const late = start !== undefined && start - today < LATE_DAYS;
  return {
    ...(late ? { "late-start": "start" } : {}),
    ...(profile.stage === "secondary" ? { minor: "stage/secondary" } : {}),
  };
}

/** The answers of a person as `kind/id`, in the order in which they speak: field, track, stage, goals, concerns, country. */
function answerRefs(profile: Profile, library: Library): string[] {
  const { field, stage, goals = [], concerns = [], country, remote } = profile;
  const track = profile.track ?? library.answerTerms(`field/${field}`)?.tracks?.[0];
  return [
    ...(field ? [`field/${field}`] : []),
    ...(track ? [`track/${track}`] : []),
    ...(stage ? [`stage/${stage}`] : []),
    ...goals.map((id) => `goal/${id}`),
    ...concerns.map((id) => `concern/${id}`),
    ...(country ? [`country/${country}`] : []),
    ...(remote ? ["country/remote"] : []),
  ];
}

/** The topics of a person's answers. */
export const answerTopics = (profile: Profile, library: Library): AnswerTopic[] =>
  answerRefs(profile, library).flatMap((ref) => {
    const [kind, id] = ref.split("/") as [AnswerKind, string];
    return library.find(kind, id) ?? [];
  });

/** The terms of a person's answers: all that conclusion and ranking need. */
export const answerTerms = (profile: Profile, library: Library): AnswerTerms[] =>
  answerRefs(profile, library).flatMap((ref) => library.answerTerms(ref) ?? []);
