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
  /** ISO date of an interview that is agreed, and of the day by which an offer is answered. */
  interview?: string;
  offer?: string;
  /** Hours a week for looking and applying. */
  hours?: number;
  busy?: BusyTime[];
}

/** So many times without time are enough for anybody. */
export const MOST_BUSY = 100;

/** A stretch of days without time, both ends included, as ISO dates. */
export interface BusyTime {
  from: string;
  to: string;
}

/** Hours a week assumed when nobody said: kinder than more. */
export const USUAL_HOURS = 2;
/** A start within this many days is a late start. */
const LATE_DAYS = 8 * 7;

/** The keys of a profile, in the order in which every file and output shows them. */
const KEY_ORDER = Object.keys({
  field: 1,
  alsoFields: 1,
  track: 1,
  stage: 1,
  goals: 1,
  concerns: 1,
  country: 1,
  remote: 1,
  start: 1,
  interview: 1,
  offer: 1,
  hours: 1,
  busy: 1,
} satisfies Record<keyof Profile, 1>) as (keyof Profile)[];

export const inKeyOrder = (profile: Profile): Profile =>
  Object.fromEntries(KEY_ORDER.flatMap((key) => (profile[key] === undefined ? [] : [[key, profile[key]]])));

/** Whether the profile answers nothing that advice could use. */
export const isBlank = (profile: Profile): boolean =>
  !profile.field && !profile.track && !profile.stage && !profile.goals && !profile.concerns && !profile.country;

/** The track that decides the calendar: the one chosen, or the field's usual one (`assumed`). */
export function trackOf(profile: Profile, library: Library): { track?: Topic<"track">; assumed: boolean } {
  const id = profile.track ?? usualTrack(profile, library);
  const track = id ? library.find("track", id) : undefined;
  return { ...(track ? { track } : {}), assumed: !profile.track };
}

/** The profile as conditions see it, with the concerns that are worked out: `minor`, `late-start`. */
export function answersOf(profile: Profile, library: Library, today: Day): Answers {
  const { field, track, stage, goals, concerns, country, remote } = profile;
  const answers: Answers = {};
  const usual = usualTrack(profile, library);
  if (field) answers.field = certain(field);
  if (track) answers.track = certain(track);
  else if (usual) answers.track = { ids: [usual], open: false, workedOut: { [usual]: `field/${field}` } };
  if (stage) answers.stage = certain(stage);
  if (goals) answers.goal = { ids: goals, open: goals.length > 0 };
  const workedOut = derivedConcerns(profile, today);
  const derived = Object.keys(workedOut);
  if (concerns || derived.length > 0) {
    answers.concern = { ids: [...(concerns ?? []), ...derived], open: concerns?.length !== 0, workedOut };
  }
  if (country || remote) {
    answers.country = { ids: [...(country ? [country] : []), ...(remote ? ["remote"] : [])], open: !country };
  }
  return answers;
}

const certain = (id: string): Answer => ({ ids: [id], open: false });

/** The track that a field usually leads to; a school pupil tries work out, and no hiring calendar holds. */
export const usualTrack = (profile: Profile, library: Library): string | undefined =>
  profile.stage === "secondary" ? undefined : tracksOf(profile, library)[0];

/** The tracks that the person's field offers, the usual one first. */
export const tracksOf = ({ field }: Profile, library: Library): readonly string[] =>
  (field && library.terms("field", field)?.tracks) || [];

/** The concerns that are worked out, each with the answer behind it. */
function derivedConcerns({ start, stage }: Profile, today: Day): Record<string, string> {
  const derived: Record<string, string> = {};
  const first = start ? parseDay(start) : undefined;
  if (first !== undefined && first - today < LATE_DAYS) derived["late-start"] = "start";
  if (stage === "secondary") derived["minor"] = "stage/secondary";
  return derived;
}

/** The answers of a person by kind and id, in the order in which they speak: field, track, stage, goals, concerns, country. */
function namedAnswers(profile: Profile, library: Library): { kind: AnswerKind; id: string }[] {
  const { field, stage, goals, concerns, country, remote } = profile;
  const named: { kind: AnswerKind; id: string }[] = [];
  const add = (kind: AnswerKind, id: string | undefined): void => {
    if (id) named.push({ kind, id });
  };
  add("field", field);
  add("track", profile.track ?? usualTrack(profile, library));
  add("stage", stage);
  goals?.forEach((id) => {
    add("goal", id);
  });
  concerns?.forEach((id) => {
    add("concern", id);
  });
  add("country", country);
  if (remote) add("country", "remote");
  return named;
}

/** The topics of a person's answers. */
export const answerTopics = (profile: Profile, library: Library): AnswerTopic[] =>
  namedAnswers(profile, library).flatMap(({ kind, id }) => library.find(kind, id) ?? []);

/** The terms of a person's answers: all that conclusion and ranking need. */
export const answerTerms = (profile: Profile, library: Library): AnswerTerms[] =>
  namedAnswers(profile, library).flatMap(({ kind, id }) => library.terms(kind, id) ?? []);
