import type { Conflict } from "../profile/conflicts.ts";
import type { FromResume } from "../profile/from-resume.ts";
import type { Profile } from "../profile/profile.ts";
import type { Advice, CasePoint, Conclusion, RankedBenefit } from "./advice.ts";

/** One of two situations: what is concluded, and the plan that goes with it. */
export interface Side {
  profile: Profile;
  conclusion: Conclusion;
  case: Advice["case"];
  benefits: RankedBenefit[];
  conflicts: Conflict[];
  fromResume?: FromResume;
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
  /** Points that count on one side only, or with another weight there. */
  case: { onlyLeft: PointRef[]; onlyRight: PointRef[] };
  /** Conditions that hold on one side only. */
  conditions: { onlyLeft: string[]; onlyRight: string[] };
  /** Places in the ranking, from 1. */
  ranking: { id: string; title: string; left: number; right: number }[];
  /** Steps in one side only, and steps whose date differs. */
  steps: {
    onlyLeft: StepRef[];
    onlyRight: StepRef[];
    moved: { id: string; title: string; left: string | null; right: string | null }[];
  };
}

type PointRef = Pick<CasePoint, "rule" | "text" | "weight" | "from">;

interface StepRef {
  id: string;
  title: string;
}

interface Summary {
  profile: Profile;
  conflicts: Conflict[];
  /** What a resume gave; missing without one. */
  fromResume?: FromResume;
  conclusion: { id: string; title: string; score: number; conditions: string[] };
  verdict: { id: string; slackDays: number | null };
  totalHours: number;
}

/** What changes from one situation to the other: case, ranking, steps, dates. */
export function compareSides(left: Side, right: Side): Comparison {
  const place = (side: Side, id: string): number => side.benefits.findIndex((benefit) => benefit.id === id) + 1;
  const stepsOf = (side: Side): StepRef[] => side.plan.steps.map(({ id, title }) => ({ id, title }));
  return {
    left: summaryOf(left),
    right: summaryOf(right),
    conclusionChanges: left.conclusion.id !== right.conclusion.id,
    case: differing(pointsOf(left), pointsOf(right), ({ rule, weight }) => `${rule} ${weight}`),
    conditions: differing(conditionsOf(left), conditionsOf(right), (text) => text),
    ranking: left.benefits.map(({ id, title }) => ({ id, title, left: place(left, id), right: place(right, id) })),
    steps: {
      ...differing(stepsOf(left), stepsOf(right), ({ id }) => id),
      moved: left.plan.steps.flatMap(({ id, title, due }) => {
        const other = right.plan.steps.find((step) => step.id === id);
        return other && other.due !== due ? [{ id, title, left: due, right: other.due }] : [];
      }),
    },
  };
}

/** What one list holds and the other does not. */
function differing<T>(left: T[], right: T[], keyOf: (item: T) => string): { onlyLeft: T[]; onlyRight: T[] } {
  const [inLeft, inRight] = [left, right].map((list) => new Set(list.map(keyOf))) as [Set<string>, Set<string>];
  return {
    onlyLeft: left.filter((item) => !inRight.has(keyOf(item))),
    onlyRight: right.filter((item) => !inLeft.has(keyOf(item))),
  };
}

/** The points that count; what is said beside them at weight 0 comes and goes with them. */
const pointsOf = ({ case: { for: pros, against } }: Side): PointRef[] =>
  [...pros, ...against]
    .filter(({ weight }) => weight !== 0)
    .map(({ rule, text, weight, from }) => ({ rule, text, weight, from }));

const conditionsOf = ({ conclusion }: Side): string[] => conclusion.conditions.map(({ text }) => text);

const summaryOf = ({ profile, conclusion, conflicts, fromResume, plan }: Side): Summary => ({
  profile,
  conflicts,
  ...(fromResume ? { fromResume } : {}),
  conclusion: {
    id: conclusion.id,
    title: conclusion.title,
    score: conclusion.score,
    conditions: conclusion.conditions.map(({ text }) => text),
  },
  verdict: { id: plan.verdict.id, slackDays: plan.verdict.slackDays },
  totalHours: plan.totalHours,
});
