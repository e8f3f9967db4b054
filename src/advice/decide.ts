import { type Answers, answersBehind, applies } from "../library/conditions.ts";
import type { AnswerTerms, Topic } from "../library/topic.ts";
import { refOf } from "../library/topic.ts";
import { isBlank, type Profile } from "../profile/profile.ts";
import type { Conclusion, ConclusionId } from "./advice.ts";

/** A conclusion without its words. */
export interface Decision extends Pick<Conclusion, "score" | "decidedBy" | "conditions"> {
  id: ConclusionId;
}

const STRONG = 4;
const WORTH_IT = 2;

/**
 * Decides by the rules: stop rules first, then the sum of the case, then what caps it. Only the kind of internship and
 * better-fitting alternatives lower the score; a person's circumstances add conditions.
 */
export function decide(profile: Profile, terms: readonly AnswerTerms[], answers: Answers): Decision {
  const points = holdingPoints(terms, answers);
  const conditions = terms.flatMap((topic) =>
    topic.conditions
      .filter((condition) => applies(condition, answers) === "yes")
      .map((condition) => ({
        text: condition.text,
        facts: condition.facts,
        from: refOf(topic),
        answers: answersBehind(topic, condition, answers),
        rule: condition.cap ? ("cap" as const) : ("condition" as const),
      })),
  );
  const score = points.reduce((sum, { point }) => sum + point.weight, 0);
  const common = { score, conditions };
  const stop = stopOf(terms, answers);
  if (stop) return { ...common, id: "alternatives-first", decidedBy: { rule: "stop", from: [refOf(stop)] } };
  if (isBlank(profile)) return { ...common, id: "conditional", decidedBy: { rule: "nothing-known", from: [] } };

  const bySum = idForScore(score, mayBeStrong(profile, points));
  const caps = conditions.filter(({ rule }) => rule === "cap");
  if (caps.length > 0 && (bySum === "strong" || bySum === "worth-it")) {
    return { ...common, id: "conditional", decidedBy: { rule: "cap", from: caps.map(({ from }) => from) } };
  }
  const counted = points.filter(({ point }) => point.weight !== 0).map(({ topic }) => refOf(topic));
  return { ...common, id: bySum, decidedBy: { rule: "sum", from: [...new Set(counted)] } };
}

interface Pointed<P> extends Pick<Topic, "kind" | "id"> {
  case: readonly P[];
}
type Point = Pick<AnswerTerms["case"][number], "rule" | "weight" | "when" | "unless">;

/** The points whose conditions are known to hold: each rule once, with its greatest weight, the weightiest first. */
export function holdingPoints<P extends Point, T extends Pointed<P>>(
  topics: readonly T[],
  answers: Answers,
): { topic: T; point: T["case"][number] }[] {
  const held = new Map<string, { topic: T; point: T["case"][number] }>();
  for (const topic of topics) {
    for (const point of topic.case) {
      const known = held.get(point.rule)?.point;
      if (applies(point, answers) !== "yes" || (known && Math.abs(known.weight) >= Math.abs(point.weight))) continue;
      held.set(point.rule, { topic, point });
    }
  }
  return [...held.values()].sort((a, b) => Math.abs(b.point.weight) - Math.abs(a.point.weight));
}

/** The stop rule that holds; one about safety, which a concern makes, before any other. */
function stopOf(terms: readonly AnswerTerms[], answers: Answers): AnswerTerms | undefined {
  const stops = terms.filter(({ stop }) => stop && applies(stop, answers) === "yes");
  return stops.find(({ kind }) => kind === "concern") ?? stops[0];
}

function idForScore(score: number, mayBe: boolean): ConclusionId {
  if (score < 0) return "alternatives-first";
  if (score < WORTH_IT) return "conditional";
  return score >= STRONG && mayBe ? "strong" : "worth-it";
}

/** A strong case needs the main answers, and a point that is proven. */
function mayBeStrong(profile: Profile, points: readonly { point: AnswerTerms["case"][number] }[]): boolean {
  const answered = profile.field && profile.stage && profile.goals?.length;
  return Boolean(answered) && points.some(({ point }) => point.weight > 0 && point.proven);
}
