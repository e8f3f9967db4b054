import type { Benefit } from "../library/kinds.ts";
import type { Source } from "../library/topic.ts";
import type { Conflict } from "../profile/conflicts.ts";
import type { FromResume } from "../profile/from-resume.ts";
import type { Profile } from "../profile/profile.ts";
import type { QuestionId } from "../profile/questions.ts";

/** What the program concludes from a profile, as data. Every item names where it comes `from`, as `kind/id`. */
export interface Advice {
  profile: Profile;
  /** What a resume gave; missing without one. */
  fromResume?: FromResume;
  /** Answers that do not go together. */
  conflicts: Conflict[];
  /** True when nothing was known of the person. */
  general: boolean;
  conclusion: Conclusion;
  case: { for: CasePoint[]; against: CasePoint[] };
  benefits: RankedBenefit[];
  cautions: (Founded & { rule: "watch" })[];
  instead: (Omit<Founded, "text"> & { id: string; title: string; summary: string; rule: "instead" })[];
  firstSteps: FirstStep[];
  /** The questions without an answer, the one that would matter most first. */
  unknown: OpenQuestion[];
  /** The one that would matter most; null when no answer to any would change anything. */
  mattersMost: QuestionId | null;
  flips: Flip[];
  /** Facts cited anywhere in the advice, in order of appearance. */
  sources: Source[];
  /** Topics that speak here and come from somebody's own folder of content. */
  origins: Origin[];
  /** How far these are from where the person would be; empty where they are near. */
  evidenceNote: string;
  /** Repeats this run. Private answers are left out. */
  command: string;
}

export type ConclusionId = "strong" | "worth-it" | "conditional" | "alternatives-first";

export interface Conclusion {
  id: ConclusionId;
  title: string;
  text: string;
  /** The sum of the weights of the case; a stop rule or a cap decides before it. */
  score: number;
  /** What decided: a stop rule, a cap, the sum, or that nothing is known. */
  decidedBy: { rule: "stop" | "cap" | "sum" | "nothing-known"; from: string[] };
  /** What to do about it, where a stop rule says so. */
  do?: string;
  facts: string[];
  /** A `cap` keeps the conclusion at "only on these conditions"; any other is only said. */
  conditions: (Founded & { rule: "cap" | "condition" })[];
  /** Holds whatever the result. */
  always: (Cited & { short: string; rule: "always" })[];
}

export interface Cited {
  text: string;
  facts: string[];
  from: string;
}

/** An item with all that is behind it: the topic that says it (`from`), the person's answers, and facts. */
export interface Founded extends Cited {
  /** The answers it rests on, as `kind/id`, or `start`. */
  answers: string[];
}

export interface CasePoint extends Founded {
  rule: string;
  weight: number;
  do?: string;
}

type Proof = "well" | "partly" | "thinly";

export interface RankedBenefit {
  id: Benefit;
  title: string;
  /** The sum of the weights of `parts`: fit to the answers, not proof. */
  score: number;
  parts: BenefitPart[];
  proof: Proof;
  passages: Passage[];
  /** Fact ids, the person's own country first, then the strongest. */
  facts: string[];
}

/** What one topic adds to a benefit's score. */
export interface BenefitPart {
  from: string;
  rule: "favors";
  weight: number;
  because: string;
  answers: string[];
  /** What the topic cites where it speaks about the benefit. */
  facts: string[];
}

/** What a topic says about a benefit. Its id is `field/nursing#clarity`. */
export interface Passage {
  id: string;
  topic: string;
  rule: "passage";
  /** None for the article's own passage, which everybody gets. */
  answers: string[];
  markdown: string;
  facts: string[];
}

interface Origin {
  id: string;
  title: string;
  folder: string;
}

export interface FirstStep {
  id: string;
  title: string;
  effortHours: number;
  due: string | null;
  /** Why it is in the checklist, by which rules, from which answers: as in a plan. */
  because: string[];
  rules: string[];
  answers: string[];
  facts: string[];
}

/** A question without an answer, and how many of its choices would change the conclusion or the top three. */
export interface OpenQuestion {
  id: QuestionId;
  flag: string;
  question: string;
  choices: number;
  changes: { conclusion: number; topThree: number };
}

/** One answer that the person can change or has not given, and what would change with it. */
export interface Flip {
  answer: string;
  value: string | null;
  /** The answer that would no longer hold, where none takes its place. */
  without?: string;
  /** The flag that makes the change. */
  flag: string;
  label: string;
  conclusion: ConclusionId;
  conditions: string[];
  topThree: Benefit[];
  changes: ("conclusion" | "top-three")[];
}
