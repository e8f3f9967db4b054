import type { Library } from "../library/library.ts";
import type { AnswerKind, AnswerTerms } from "../library/topic.ts";
import { type Profile, tracksOf, usualTrack } from "../profile/profile.ts";
import type { Flip } from "./advice.ts";
import { differences, type Outcome, type Outcomes } from "./outcomes.ts";

/** Another answer: `value` instead of what is there, or beside it; or nothing where `without` was. */
interface Change {
  answer: AnswerKind;
  value: string | null;
  /** The answer that would no longer hold, where none takes its place. */
  without?: string;
  /** All answers of the kind, once it is made. */
  ids: string[];
}

/** Concerns that can be settled, or that can turn up: pay, permission, the offer in hand. Never who a person is. */
const SETTLED: Record<string, string> = {
  "asked-to-pay": "If nobody asks you to pay",
  money: "If the place is paid, or funding is settled",
  visa: "If you have permission in writing",
  "unpaid-offer": "If the offer becomes a paid one",
};
const TURNING_UP = ["money", "unpaid-offer"];
/** What a person who was not asked for concerns may have to say, and what decides with it. */
const NOT_ASKED = ["asked-to-pay", "visa", "required", "had-one", "no-experience"];

/**
 * Which single answer, that the person can change or has not given, would change the conclusion or the top three. Tried
 * are: concerns that can be settled or turn up; every stage and field where none was given; every other goal; the other
 * tracks of the field. Countries, dates and hours change neither. All that change something are returned.
 */
export function flips(outcomes: Outcomes, library: Library): Flip[] {
  const found: Flip[] = [];
  for (const change of changesOf(outcomes.profile, library)) {
    const then = outcomes.with(change.answer, change.ids);
    const changes = differences(outcomes.now, then);
    if (changes.length > 0) found.push(flipOf(change, then, changes, library));
  }
  // What changes the conclusion matters more than what changes the order.
  return found.sort((a, b) => Number(b.changes.includes("conclusion")) - Number(a.changes.includes("conclusion")));
}

function flipOf(change: Change, { ruling, three }: Outcome, changes: Flip["changes"], library: Library): Flip {
  const { answer, value, without } = change;
  return {
    answer,
    value,
    ...(without === undefined ? {} : { without }),
    flag: value ? `--${answer} ${value}` : `without --${answer} ${without}`,
    label: labelOf(change, library),
    conclusion: ruling.id,
    conditions: ruling.conditions.map(({ condition }) => condition.text),
    topThree: three,
    changes,
  };
}

/** What the person would have to say or to settle. */
function labelOf({ answer, value, without = "" }: Change, library: Library): string {
  if (value === null) return SETTLED[without] ?? without;
  const { title, you } = library.terms(answer, value) as AnswerTerms;
  if (answer === "stage") return `Where you are: ${title}`;
  if (answer === "field") return `What you study: ${title}`;
  if (answer === "goal") return `If you most want to ${you}`;
  return answer === "track" ? `If you aim at ${title}` : `"${title}"`;
}

function changesOf(profile: Profile, library: Library): Change[] {
  return [
    ...settled(profile),
    ...turningUp(TURNING_UP, profile),
    ...unanswered("stage", profile, library),
    ...unanswered("field", profile, library),
    ...otherGoals(profile, library),
    ...otherTracks(profile, library),
    ...(profile.concerns ? [] : turningUp(NOT_ASKED, profile)),
  ];
}

const settled = ({ concerns = [] }: Profile): Change[] =>
  Object.keys(SETTLED)
    .filter((id) => concerns.includes(id))
    .map((without) => ({ answer: "concern", value: null, without, ids: concerns.filter((id) => id !== without) }));

const turningUp = (ids: readonly string[], { concerns = [] }: Profile): Change[] =>
  ids.filter((id) => !concerns.includes(id)).map((value) => ({ answer: "concern", value, ids: [...concerns, value] }));

const unanswered = (answer: "stage" | "field", profile: Profile, library: Library): Change[] =>
  profile[answer] ? [] : library.ids(answer).map((value) => ({ answer, value, ids: [value] }));

const otherGoals = (profile: Profile, library: Library): Change[] =>
  library
    .ids("goal")
    .filter((id) => profile.goals?.join() !== id)
    .map((value) => ({ answer: "goal", value, ids: [value] }));

function otherTracks(profile: Profile, library: Library): Change[] {
  const offered = tracksOf(profile, library);
  const current = profile.track ?? usualTrack(profile, library);
  return (profile.field ? offered : library.ids("track"))
    .filter((id) => id !== current)
    .map((value) => ({ answer: "track", value, ids: [value] }));
}
