import type { Benefit } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import type { AnswerKind, AnswerTerms } from "../library/topic.ts";
import type { Day } from "../profile/dates.ts";
import { answersOf, answerTerms, isBlank, type Profile } from "../profile/profile.ts";
import type { Flip } from "./advice.ts";
import { decide, type Ruling } from "./decide.ts";
import { order } from "./rank.ts";

/** What is decided, and the first three benefits. */
export interface Outcome {
  ruling: Ruling;
  three: Benefit[];
}

/** What is another in one outcome than in the other. */
export const differences = (now: Outcome, then: Outcome): Flip["changes"] => [
  ...(then.ruling.id === now.ruling.id ? [] : (["conclusion"] as const)),
  ...(then.three.every((id, at) => id === now.three[at]) ? [] : (["top-three"] as const)),
];

/** What comes out for a person, and for the same person with another answer: each is worked out once. */
export class Outcomes {
  readonly now: Outcome;
  private readonly terms: AnswerTerms[];
  private readonly known = new Map<string, Outcome>();

  constructor(
    readonly profile: Profile,
    private readonly library: Library,
    private readonly today: Day,
  ) {
    this.terms = answerTerms(profile, library);
    this.now = this.outcomeOf(profile, this.terms);
  }

  /** The outcome when the answers of a kind are these; none: when there is no such answer. */
  with(kind: AnswerKind, ids: readonly string[]): Outcome {
    const key = `${kind} ${ids.join(" ")}`;
    const outcome = this.known.get(key) ?? this.changed(kind, ids);
    this.known.set(key, outcome);
    return outcome;
  }

  private changed(kind: AnswerKind, ids: readonly string[]): Outcome {
    if (this.changesNothing(kind, ids)) return this.now;
    const profile = withAnswers(this.profile, kind, ids);
    return this.outcomeOf(profile, answerTerms(profile, this.library));
  }

  /** Whether an answer of a kind that was not given says nothing, and no rule of the others asks about it. */
  private changesNothing(kind: AnswerKind, ids: readonly string[]): boolean {
    if (!SKIPPED.includes(kind) || isBlank(this.profile)) return false;
    if (this.terms.some((each) => each.kind === kind) || this.terms.some(asksAbout(kind))) return false;
    return ids.every((id) => isSilent(this.library.terms(kind, id)));
  }

  private outcomeOf(profile: Profile, terms: readonly AnswerTerms[]): Outcome {
    return {
      ruling: decide(profile, terms, answersOf(profile, this.library, this.today)),
      three: order(terms).slice(0, 3),
    };
  }
}

/** A field brings a track, a stage says who is a minor, and a strong case needs these and a goal: they never change nothing. */
const SKIPPED: readonly AnswerKind[] = ["track", "concern", "country"];

const LISTS = { goal: "goals", concern: "concerns" } as const;

/** Without ids the answer is unknown: an empty list would say "none of these". */
function withAnswers(profile: Profile, kind: AnswerKind, ids: readonly string[]): Profile {
  const key = kind === "goal" || kind === "concern" ? LISTS[kind] : kind;
  const { [key]: _, ...rest } = profile;
  if (ids.length === 0) return rest;
  return { ...rest, [key]: key === kind ? ids[0] : ids };
}

const isSilent = (terms: AnswerTerms | undefined): boolean =>
  !terms || (rulesOf(terms).length === 0 && Object.keys(terms.favors).length === 0);

const asksAbout =
  (kind: AnswerKind) =>
  (terms: AnswerTerms): boolean =>
    rulesOf(terms).some(({ when, unless }) => when?.[kind] || unless?.[kind]);

const rulesOf = ({ case: points, conditions, stop }: AnswerTerms) => [
  ...points,
  ...conditions,
  ...(stop ? [stop] : []),
];
