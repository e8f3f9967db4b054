import type { Benefit } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import type { AnswerKind } from "../library/topic.ts";
import type { Day } from "../profile/dates.ts";
import type { Profile } from "../profile/profile.ts";
import { answersOf, answerTerms } from "../profile/profile.ts";
import type { Flip } from "./advice.ts";
import { type Decision, decide } from "./decide.ts";
import { order } from "./rank.ts";

interface Change {
  answer: string;
  value: string | null;
  /** The answer that would no longer hold, where none takes its place. */
  without?: string;
  label: string;
  profile: Profile;
}

/** Concerns that can be settled, or that can turn up: pay, permission, the offer in hand. Never who a person is. */
const SETTLED: [id: string, label: string][] = [
  ["asked-to-pay", "If nobody asks you to pay"],
  ["money", "If the place is paid, or funding is settled"],
  ["visa", "If you have permission in writing"],
  ["unpaid-offer", "If the offer becomes a paid one"],
];
const TURNING_UP = ["money", "unpaid-offer"];
/** What a person who was not asked for concerns may have to say, and what decides with it. */
const NOT_ASKED = ["asked-to-pay", "visa", "required", "had-one", "no-experience"];

/**
 * Which single answer, that the person can change or has not given, would change the conclusion or the top three. Tried
 * are: concerns that can be settled or turn up; every stage and field where none was given; every other goal; the other
 * tracks of the field. Countries, dates and hours change neither. All that change something are returned.
 */
export function flips(profile: Profile, library: Library, today: Day, now: Outcome): Flip[] {
  const found = changesOf(profile, library).flatMap(({ answer, value, without, label, profile: changed }) => {
    const then = outcomeOf(changed, library, today);
    const changes = differences(now, then);
    if (changes.length === 0) return [];
    return [
      {
        answer,
        value,
        ...(without === undefined ? {} : { without }),
        flag: value ? `--${answer} ${value}` : `without --${answer} ${without}`,
        label,
        conclusion: then.decision.id,
        conditions: then.decision.conditions.map(({ text }) => text),
        topThree: then.three,
        changes,
      },
    ];
  });
  // What changes the conclusion matters more than what changes the order.
  return found.sort((a, b) => Number(b.changes.includes("conclusion")) - Number(a.changes.includes("conclusion")));
}

/** What is another in one outcome than in the other. */
export const differences = (now: Outcome, then: Outcome): Flip["changes"] => [
  ...(then.decision.id === now.decision.id ? [] : (["conclusion"] as const)),
  ...(then.three.join() === now.three.join() ? [] : (["top-three"] as const)),
];

/** What is decided, and the first three benefits. */
export interface Outcome {
  decision: Decision;
  three: Benefit[];
}

/** The outcome of a profile, from the terms of its answers alone. */
export function outcomeOf(profile: Profile, library: Library, today: Day): Outcome {
  const terms = answerTerms(profile, library);
  return {
    decision: decide(profile, terms, answersOf(profile, library, today)),
    three: order(terms).slice(0, 3),
  };
}

function changesOf(profile: Profile, library: Library): Change[] {
  const concerns = profile.concerns ?? [];
  const settled = SETTLED.filter(([id]) => concerns.includes(id)).map(([id, label]) => ({
    answer: "concern",
    value: null,
    without: id,
    label: label,
    profile: withConcerns(
      profile,
      concerns.filter((other) => other !== id),
    ),
  }));
  const turningUp = (ids: readonly string[]): Change[] =>
    ids
      .filter((id) => !concerns.includes(id))
      .map((id) => ({
        answer: "concern",
        value: id,
        label: `"${titleOf("concern", id, library)}"`,
        profile: { ...profile, concerns: [...concerns, id] },
      }));
  return [
    ...settled,
    ...turningUp(TURNING_UP),
    ...unanswered("stage", profile, library),
    ...unanswered("field", profile, library),
    ...otherGoals(profile, library),
    ...otherTracks(profile, library),
    ...(profile.concerns ? [] : turningUp(NOT_ASKED)),
  ];
}

/** Concerns that are settled leave no answer behind: an empty list would say "none of these". */
function withConcerns({ concerns: _, ...rest }: Profile, concerns: string[]): Profile {
  return concerns.length > 0 ? { ...rest, concerns } : rest;
}

function unanswered(kind: "stage" | "field", profile: Profile, library: Library): Change[] {
  if (profile[kind]) return [];
  const asked = kind === "stage" ? "Where you are" : "What you study";
  return library.ids(kind).map((id) => ({
    answer: kind,
    value: id,
    label: `${asked}: ${titleOf(kind, id, library)}`,
    profile: { ...profile, [kind]: id },
  }));
}

function otherGoals(profile: Profile, library: Library): Change[] {
  return library
    .ids("goal")
    .filter((id) => profile.goals?.join() !== id)
    .map((id) => ({
      answer: "goal",
      value: id,
      label: `If you most want to ${library.answerTerms(`goal/${id}`)?.you}`,
      profile: { ...profile, goals: [id] },
    }));
}

function otherTracks(profile: Profile, library: Library): Change[] {
  const offered = tracksOf(profile, library);
  const current = profile.track ?? offered[0];
  return (profile.field ? offered : library.ids("track"))
    .filter((id) => id !== current)
    .map((id) => ({
      answer: "track",
      value: id,
      label: `If you aim at ${titleOf("track", id, library)}`,
      profile: { ...profile, track: id },
    }));
}

const titleOf = (kind: AnswerKind, id: string, library: Library): string =>
  library.answerTerms(`${kind}/${id}`)?.title ?? id;

/** The tracks that the person's field offers. */
export const tracksOf = ({ field }: Profile, library: Library): string[] =>
  library.answerTerms(`field/${field}`)?.tracks ?? [];
