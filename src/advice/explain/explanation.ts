import type { Library } from "../../library/library.ts";
import { lookUp } from "../../library/library.ts";
import type { Advice, CasePoint, Source } from "../advice.ts";
import { sourceOf, strongestFirst } from "../evidence.ts";

/** Why something stands in an advice or a plan: answer, rule, claim, source; what speaks against it; what would change it. */
export interface Explanation {
  id: string;
  kind: "benefit" | "conclusion" | "point" | "passage" | "action" | "question" | "topic" | "fact" | "gap";
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
}

/** An explanation whose sources are still to be gathered: `facts` besides those of reasons and counter. */
export type Draft = Omit<Explanation, "sources"> & { facts: readonly string[] };

export interface Reason {
  /** The answer, as `kind/id`; `general` where no answer led to it. */
  answer: string;
  /** The answer in words. */
  said: string;
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
  /** The person's checklist: what is in it and why, what is not and why not. */
  plan: {
    steps: { id: string; title: string; due: string | null; because: string[] }[];
    leftOut: { id: string; reason: string }[];
  };
  library: Library;
}

/** An answer, or another topic, in words. */
export const saidOf = (answer: string, library: Library): string =>
  answer === "general" ? "No answer led to this" : (lookUp(library, answer)[0]?.title ?? answer);

/** The sources behind fact ids, the strongest first. */
export const sourcesOf = (ids: readonly string[], library: Library): Source[] =>
  strongestFirst(ids, undefined, library)
    .flatMap((id) => library.find("fact", id) ?? [])
    .map(sourceOf);

/** The caveat of the strongest source, where nothing stronger is to be said. */
export const caveatOf = ([strongest]: readonly Source[]): Counter | null =>
  strongest ? { text: strongest.caveat, facts: [strongest.id] } : null;

export const reasonOfPoint = ({ from, rule, weight, text, facts }: CasePoint, library: Library): Reason => ({
  answer: from,
  said: saidOf(from, library),
  rule,
  weight,
  claim: text,
  facts,
});

export const counterOfPoint = (point: CasePoint): Counter => ({
  text: point.text,
  facts: point.facts,
  ...(point.do ? { do: point.do } : {}),
});
