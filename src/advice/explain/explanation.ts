import type { Library } from "../../library/library.ts";
import { lookUp } from "../../library/library.ts";
import type { Source } from "../../library/topic.ts";
import type { Day } from "../../profile/dates.ts";
import type { Gap } from "../../profile/from-resume.ts";
import type { Profile } from "../../profile/profile.ts";
import type { Advice, CasePoint, Founded } from "../advice.ts";
import * as evidence from "../evidence.ts";

/** Why something stands in an advice or a plan: answer, rule, claim, source; what speaks against it; what would change it. */
export interface Explanation {
  id: string;
  kind: "benefit" | "conclusion" | "point" | "passage" | "action" | "question" | "topic" | "fact" | "gap" | "rule";
  title: string;
  /** One sentence: whether and why it was chosen. */
  chosen: string;
  /** What led to it, in order of weight. */
  because: Reason[];
  /** The strongest thing to be said against it. */
  counter: Counter | null;
  /** Answers that the person can change, has not given, or can find out. */
  wouldChange: WouldChange[];
  sources: Source[];
  /** Topics of other kinds that have the same bare id, as `kind/id`. */
  also: string[];
}

/** An explanation whose sources are still to be gathered: `facts` besides those of reasons and counter. */
export type Draft = Omit<Explanation, "sources" | "also"> & { facts: readonly string[] };

export interface Reason {
  /** The first of `answers`; `general` where there is none. */
  answer: string;
  /** The answers that led to it, as `kind/id`; none where it holds for everybody. */
  answers: string[];
  /** Those answers in words. */
  said: string;
  /** The topic that says it, as `kind/id`; null where no topic does. */
  from: string | null;
  rule: string;
  weight: number | null;
  claim: string;
  facts: string[];
}

export interface Counter {
  text: string;
  facts: string[];
  /** What to do about it. */
  do?: string;
}

export interface WouldChange {
  /** The flag that makes the change. */
  flag: string;
  label: string;
  /** What would then be so. */
  effect: string;
}

/** Everything `explain` needs: what was concluded, and what it was concluded from. */
export interface Explainable {
  advice: Advice;
  plan: ExplainablePlan;
  library: Library;
  today: Day;
}

/** The person's checklist: what is in it and why, what is not and why not. */
interface ExplainablePlan {
  steps: (Pick<Founded, "facts" | "answers"> & {
    id: string;
    title: string;
    due: string | null;
    because: string[];
    rules: string[];
  })[];
  leftOut: { id: string; reason: string }[];
  /** The ids of those left out that apply: the checklist is kept short. */
  keptShort: readonly string[];
  /** The ids of the steps in the checklist of another profile. */
  stepsOf(profile: Profile): ReadonlySet<string>;
}

const EVERYBODY = "No answer led to this";

/** A topic or a day, in words. */
export const titleOf = (ref: string, library: Library): string => DAYS[ref] ?? lookUp(library, ref)[0]?.title ?? ref;

const DAYS: Record<string, string> = { start: "Your start date", interview: "Your interview", offer: "Your offer" };

/** The answers behind something, in words. */
const saidOf = (answers: readonly string[], library: Library): string =>
  answers.length > 0 ? answers.map((ref) => titleOf(ref, library)).join(" + ") : EVERYBODY;

/** The sources behind fact ids, the strongest first. */
export const sourcesOf = (ids: readonly string[], library: Library): Source[] =>
  evidence.sourcesOf(evidence.strongestFirst(ids, undefined, library), library);

/** The caveat of the strongest source, where nothing stronger is to be said. */
export const caveatOf = ([strongest]: readonly Source[]): Counter | null =>
  strongest ? { text: strongest.caveat, facts: [strongest.id] } : null;

/** An item of the advice as the reason it is. */
export function reasonOf(
  {
    answers,
    from,
    facts,
    rule,
    claim,
    weight = null,
  }: Omit<Founded, "text"> & Pick<Reason, "rule" | "claim"> & { weight?: number | null },
  library: Library,
): Reason {
  const [answer = "general"] = answers;
  return { answer, answers, said: saidOf(answers, library), from, rule, weight, claim, facts };
}

/** A reason that no answer led to. */
export const reasonOfEverybody = (reason: Pick<Reason, "from" | "rule" | "weight" | "claim" | "facts">): Reason => ({
  answer: "general",
  answers: [],
  said: EVERYBODY,
  ...reason,
});

/** A gap of a resume as the reason it is. */
export function reasonOfGap({ id, at, text }: Gap): Reason {
  const answer = `resume/${id}`;
  const said = `Your resume, ${at}`;
  return { answer, answers: [answer], said, from: null, rule: "gap", weight: null, claim: text, facts: [] };
}

export const reasonOfPoint = (point: CasePoint, library: Library): Reason =>
  reasonOf({ ...point, claim: point.text }, library);

export const counterOfPoint = (point: CasePoint): Counter => ({
  text: point.text,
  facts: point.facts,
  ...(point.do ? { do: point.do } : {}),
});
