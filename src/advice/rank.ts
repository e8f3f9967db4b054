import { BENEFITS, type Benefit } from "../library/kinds.ts";
import { type AnswerTerms, type AnswerTopic, becauseOf, refOf } from "../library/topic.ts";
import type { BenefitPart, RankedBenefit } from "./advice.ts";

export type Ranking = (Pick<RankedBenefit, "id" | "score"> & { parts: Omit<BenefitPart, "answers" | "facts">[] })[];

/** Ranks the benefits by the sum of what each answer's topic favors; ties fall in the order of the article. */
export function rank(topics: readonly AnswerTopic[]): Ranking {
  return BENEFITS.map((id) => {
    const parts = topics
      .filter((topic) => topic.favors[id])
      .map((topic) => ({
        from: refOf(topic),
        rule: "favors" as const,
        weight: topic.favors[id] ?? 0,
        because: becauseOf(topic, id),
      }))
      .sort((a, b) => b.weight - a.weight);
    return { id, score: parts.reduce((sum, part) => sum + part.weight, 0), parts };
  }).sort((a, b) => b.score - a.score);
}

/** The order of the benefits by their scores alone. */
export function order(terms: readonly Pick<AnswerTerms, "favors">[]): Benefit[] {
  const scores: Partial<Record<Benefit, number>> = {};
  terms.forEach(({ favors }) => {
    for (const id in favors) scores[id as Benefit] = (scores[id as Benefit] ?? 0) + (favors[id as Benefit] ?? 0);
  });
  return [...BENEFITS].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}
