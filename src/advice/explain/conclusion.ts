import type { Library } from "../../library/library.ts";
import type { Advice, Flip } from "../advice.ts";
import { flipEffects } from "../flip-words.ts";
import {
  type Counter,
  counterOfPoint,
  type Draft,
  type Explainable,
  type Reason,
  reasonOf,
  reasonOfEverybody,
  reasonOfPoint,
  type WouldChange,
} from "./explanation.ts";

export function explainConclusion({ advice, library }: Explainable): Draft {
  const { conclusion } = advice;
  const { rule } = conclusion.decidedBy;
  const chosen = {
    stop: "A stop rule decided, before any points were counted.",
    cap: `The points sum to ${conclusion.score}; what you said makes it conditional.`,
    sum: `The points for and against sum to ${conclusion.score}.`,
    "nothing-known": "Nothing is known of you, so this is the general advice.",
  }[rule];
  const because = reasonsOf(advice, library);
  const counter = strongestOther(advice);
  return {
    id: "conclusion",
    kind: "conclusion",
    title: conclusion.title,
    chosen,
    because,
    counter,
    wouldChange: advice.flips.filter(changesConclusion).map(changeOf),
    facts: [],
  };
}

/** What decided, then the points; where neither is, what holds for everybody. */
function reasonsOf({ conclusion, case: { for: pros, against } }: Advice, library: Library): Reason[] {
  const { rule, from } = conclusion.decidedBy;
  const points = [...pros, ...against].map((point) => reasonOfPoint(point, library));
  if (rule === "stop")
    return from.map((ref) =>
      reasonOf({ ...conclusion, from: ref, answers: [ref], rule, claim: conclusion.text }, library),
    );
  const caps = conclusion.conditions.filter((condition) => condition.rule === "cap");
  const deciding = caps.map((condition) => reasonOf({ ...condition, claim: `Only if ${condition.text}` }, library));
  const reasons = rule === "cap" ? [...deciding, ...points] : points;
  if (reasons.length > 0) return reasons;
  const facts = conclusion.always.flatMap((item) => item.facts);
  return [reasonOfEverybody({ from: "section/conclusion", rule, weight: null, claim: conclusion.text, facts })];
}

/** The first point on the other side of the conclusion. */
function strongestOther({ conclusion, case: { for: pros, against } }: Advice): Counter | null {
  const [point] = conclusion.id === "alternatives-first" ? pros : against;
  return point ? counterOfPoint(point) : null;
}

const changesConclusion = (flip: Flip): boolean => flip.changes.includes("conclusion");

const changeOf = (flip: Flip): WouldChange => ({
  flag: flip.flag,
  label: flip.label,
  effect: flipEffects(flip, () => "")[0] ?? "",
});
