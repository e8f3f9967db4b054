import type { Profile } from "../profile/profile.ts";
import type { Conclusion, RankedBenefit } from "./advice.ts";

/** One of two situations: what is concluded, and the plan that goes with it. */
export interface Side {
  profile: Profile;
  conclusion: Conclusion;
  benefits: RankedBenefit[];
  plan: {
    verdict: { id: string; slackDays: number | null };
    totalHours: number;
    steps: { id: string; title: string; due: string | null }[];
  };
}

export interface Comparison {
  left: Summary;
  right: Summary;
  conclusionChanges: boolean;
  /** Places in the ranking, from 1. */
  ranking: { id: string; title: string; left: number; right: number }[];
  /** Steps in one side only, and steps whose date differs. */
  steps: {
    onlyLeft: StepRef[];
    onlyRight: StepRef[];
    moved: { id: string; title: string; left: string | null; right: string | null }[];
  };
}

interface StepRef {
  id: string;
  title: string;
}

interface Summary {
  profile: Profile;
  conclusion: { id: string; title: string; score: number; conditions: string[] };
  verdict: { id: string; slackDays: number | null };
  totalHours: number;
}

/** What changes from one situation to the other: case, ranking, steps, dates. */
export function compareSides(left: Side, right: Side): Comparison {
  const place = (side: Side, id: string): number => side.benefits.findIndex((benefit) => benefit.id === id) + 1;
  const missing = (from: Side, to: Side): StepRef[] =>
    from.plan.steps
      .filter(({ id }) => !to.plan.steps.some((step) => step.id === id))
      .map(({ id, title }) => ({ id, title }));
  return {
    left: summaryOf(left),
    right: summaryOf(right),
    conclusionChanges: left.conclusion.id !== right.conclusion.id,
    ranking: left.benefits.map(({ id, title }) => ({ id, title, left: place(left, id), right: place(right, id) })),
    steps: {
      onlyLeft: missing(left, right),
      onlyRight: missing(right, left),
      moved: left.plan.steps.flatMap(({ id, title, due }) => {
        const other = right.plan.steps.find((step) => step.id === id);
        return other && other.due !== due ? [{ id, title, left: due, right: other.due }] : [];
      }),
    },
  };
}

const summaryOf = ({ profile, conclusion, plan }: Side): Summary => ({
  profile,
  conclusion: {
    id: conclusion.id,
    title: conclusion.title,
    score: conclusion.score,
    conditions: conclusion.conditions.map(({ text }) => text),
  },
  verdict: { id: plan.verdict.id, slackDays: plan.verdict.slackDays },
  totalHours: plan.totalHours,
});
