import { type Answers, applies } from "../library/conditions.ts";
import type { AnswerTerms, Topic } from "../library/topic.ts";
import { isBlank, type Profile } from "../profile/profile.ts";
import type { Conclusion, ConclusionId } from "./advice.ts";

/** What the rules come to, before anything is said of it: advice asks for dozens, to see what other answers would change. */
export interface Ruling {
  id: ConclusionId;
  rule: Conclusion["decidedBy"]["rule"];
  /** The sum of the weights of the case. */
  score: number;
  points: Held<AnswerTerms>[];
  /** The conditions that hold. */
  conditions: { topic: AnswerTerms; condition: AnswerTerms["conditions"][number] }[];
  stop?: AnswerTerms;
}

export const STRONG = 4;
export const WORTH_IT = 2;

/**
 * Decides by the rules: stop rules first, then the sum of the case, then what caps it. Only the kind of internship and
 * better-fitting alternatives lower the score; a person's circumstances add conditions.
 */
export function decide(profile: Profile, terms: readonly AnswerTerms[], answers: Answers): Ruling {
  const points = holdingPoints(terms, answers);
  const conditions = conditionsOf(terms, answers);
  const score = points.reduce((sum, { point }) => sum + point.weight, 0);
  const stop = stopOf(terms, answers);
  if (stop) return { id: "alternatives-first", rule: "stop", score, points, conditions, stop };
  if (isBlank(profile)) return { id: "conditional", rule: "nothing-known", score, points, conditions };
  const id = idForScore(score, mayBeStrong(profile, points));
  const isCapped = (id === "strong" || id === "worth-it") && conditions.some(({ condition }) => condition.cap);
  if (isCapped) return { id: "conditional", rule: "cap", score, points, conditions };
  return { id, rule: "sum", score, points, conditions };
}

interface Pointed extends Pick<Topic, "kind" | "id"> {
  case: readonly Pick<AnswerTerms["case"][number], "rule" | "weight" | "when" | "unless">[];
}
/** A point that holds, and the topic that makes it. */
export interface Held<T extends Pointed> {
  topic: T;
  point: T["case"][number];
}

/** The points whose conditions are known to hold: each rule once, with its greatest weight. */
export function holdingPoints<T extends Pointed>(topics: readonly T[], answers: Answers): Held<T>[] {
  const held: Held<T>[] = [];
  topics.forEach((topic) => {
    topic.case.forEach((point) => {
      if (applies(point, answers) === "yes") hold(held, topic, point);
    });
  });
  return held;
}

/** Of two points by the same rule the weightier one stays, in the place of the first. */
function hold<T extends Pointed>(held: Held<T>[], topic: T, point: T["case"][number]): void {
  for (let at = 0; at < held.length; at++) {
    const other = (held[at] as Held<T>).point;
    if (other.rule !== point.rule) continue;
    if (strength(point) > strength(other)) held[at] = { topic, point };
    return;
  }
  held.push({ topic, point });
}

const strength = ({ weight }: { weight: number }): number => Math.abs(weight);

/** The weightiest first. */
export const byWeight = <T extends Pointed>(held: Held<T>[]): Held<T>[] =>
  held.sort((a, b) => strength(b.point) - strength(a.point));

function conditionsOf(terms: readonly AnswerTerms[], answers: Answers): Ruling["conditions"] {
  const held: Ruling["conditions"] = [];
  terms.forEach((topic) => {
    topic.conditions.forEach((condition) => {
      if (applies(condition, answers) === "yes") held.push({ topic, condition });
    });
  });
  return held;
}

/** The stop rule that holds; one about safety, which a concern makes, before any other. */
function stopOf(terms: readonly AnswerTerms[], answers: Answers): AnswerTerms | undefined {
  const holds = ({ stop }: AnswerTerms): boolean => stop !== undefined && applies(stop, answers) === "yes";
  return terms.find((topic) => topic.kind === "concern" && holds(topic)) ?? terms.find(holds);
}

function idForScore(score: number, mayBe: boolean): ConclusionId {
  if (score < 0) return "alternatives-first";
  if (score < WORTH_IT) return "conditional";
  return score >= STRONG && mayBe ? "strong" : "worth-it";
}

/** A strong case needs the main answers, and a point that is proven. */
function mayBeStrong({ field, stage, goals }: Profile, points: Ruling["points"]): boolean {
  const answered = field && stage && goals?.length;
  return Boolean(answered) && points.some(({ point }) => point.weight > 0 && point.proven);
}
