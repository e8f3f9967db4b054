import type { Library } from "../../library/library.ts";
import type { Topic } from "../../library/topic.ts";
import type { Advice, ConclusionId, Flip } from "../advice.ts";
import {
  type Counter,
  counterOfPoint,
  type Draft,
  type Explainable,
  type Reason,
  reasonOfPoint,
  saidOf,
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
    wouldChange: advice.flips.filter(changesConclusion).map((flip) => changeOf(flip, library)),
    facts: [],
  };
}

/** What decided, then the points; where neither is, what holds for everybody. */
function reasonsOf({ conclusion, case: { for: pros, against } }: Advice, library: Library): Reason[] {
  const { rule, from } = conclusion.decidedBy;
  const deciding = from.map((answer) => ({
    answer,
    said: saidOf(answer, library),
    rule,
    weight: null,
    claim: conclusion.conditions.find((condition) => condition.from === answer)?.text ?? conclusion.text,
    facts: conclusion.facts,
  }));
  const points = [...pros, ...against].map((point) => reasonOfPoint(point, library));
  const reasons = rule === "stop" ? deciding : rule === "cap" ? [...deciding, ...points] : points;
  if (reasons.length > 0) return reasons;
  const facts = conclusion.always.flatMap((item) => item.facts);
  return [{ answer: "general", said: saidOf("general", library), rule, weight: null, claim: conclusion.text, facts }];
}

/** The first point on the other side of the conclusion. */
function strongestOther({ conclusion, case: { for: pros, against } }: Advice): Counter | null {
  const [point] = conclusion.id === "alternatives-first" ? pros : against;
  return point ? counterOfPoint(point) : null;
}

const changesConclusion = (flip: Flip): boolean => flip.changes.includes("conclusion");

const changeOf = ({ flag, label, conclusion, conditions }: Flip, library: Library): WouldChange => {
  const title = titleOf(conclusion, library);
  return { flag, label, effect: conditions.length > 0 ? `${title}: ${conditions.join("; ")}` : title };
};

const titleOf = (id: ConclusionId, library: Library): string =>
  (library.find("section", "conclusion") as Topic<"section">).conclusions?.[id].title ?? id;
