import type { Library } from "../library/library.ts";
import { lookUp } from "../library/library.ts";
import { footnotesOf } from "../library/passages.ts";
import { ANSWER_KINDS, refOf, type Topic } from "../library/topic.ts";
import type { Advice, CasePoint, Flip, Source } from "./advice.ts";
import { sourceOf, strongestFirst } from "./evidence.ts";

/** Why something stands in an advice: answer, rule, claim, source; what speaks against it; what would change it. */
export interface Explanation {
  id: string;
  kind: "benefit" | "conclusion" | "point" | "action" | "topic" | "fact";
  title: string;
  /** One sentence: whether and why it was chosen. */
  chosen: string;
  /** What led to it, in order of weight. */
  because: Reason[];
  /** The strongest thing to be said against it. */
  counter: { text: string; facts: string[]; do?: string } | null;
  wouldChange: Flip[];
  sources: Source[];
}

export interface Reason {
  /** The answer, as `kind/id`; `general` when nobody answered anything. */
  answer: string;
  rule: string;
  weight: number | null;
  claim: string;
  facts: string[];
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

/** Explains one id of an advice: a benefit, `conclusion`, a case point's rule, an action, or any topic. */
export function explain(id: string, from: Explainable): Explanation | undefined {
  const point = [...from.advice.case.for, ...from.advice.case.against].find((each) => each.rule === id);
  if (id === "conclusion" || id === from.advice.conclusion.id) return explainConclusion(from);
  if (point) return explainPoint(point, from);
  const [head] = lookUp(from.library, id);
  const topic = head && from.library.find(head.kind, head.id);
  if (!topic) return undefined;
  const benefit = topic.kind === "section" && from.advice.benefits.find((each) => each.id === topic.id);
  if (benefit) return explainBenefit(benefit, from);
  return topic.kind === "action" ? explainAction(topic, from) : explainTopic(topic, from);
}

/** The ids that an advice prints and `explain` therefore knows. */
export function explainableIds({ advice }: Explainable): string[] {
  const refs = [
    ...advice.benefits.flatMap((benefit) => benefit.passages.map((passage) => passage.topic)),
    ...advice.benefits.flatMap((benefit) => benefit.parts.map((part) => part.from)),
    ...advice.cautions.map((caution) => caution.from),
    ...advice.instead.map((alternative) => `alternative/${alternative.id}`),
    ...advice.sources.map((source) => `fact/${source.id}`),
  ];
  const rules = [...advice.case.for, ...advice.case.against].map((point) => point.rule);
  return [
    ...new Set([
      "conclusion",
      ...advice.benefits.map(({ id }) => id),
      ...rules,
      ...advice.firstSteps.map(({ id }) => id),
      ...refs,
    ]),
  ];
}

function explainConclusion({ advice, library }: Explainable): Explanation {
  const { conclusion } = advice;
  const { rule, from } = conclusion.decidedBy;
  const chosen = {
    stop: "A stop rule decided, before any points were counted.",
    cap: `The points sum to ${conclusion.score}; what you said makes it conditional.`,
    sum: `The points for and against sum to ${conclusion.score}.`,
    "nothing-known": "Nothing is known of you, so this is the general advice.",
  }[rule];
  const points = rule === "sum" || rule === "cap" ? advice.case.for.concat(advice.case.against).map(reasonOf) : [];
  const deciding = from.map((answer) => ({
    answer,
    rule,
    weight: null,
    claim: conclusion.conditions.find((condition) => condition.from === answer)?.text ?? conclusion.text,
    facts: conclusion.facts,
  }));
  const reasons = [...(rule === "sum" ? [] : deciding), ...points];
  const general = {
    answer: "general",
    rule,
    weight: null,
    claim: conclusion.text,
    facts: conclusion.always.flatMap((item) => item.facts),
  };
  const because = reasons.length > 0 ? reasons : [general];
  return {
    id: "conclusion",
    kind: "conclusion",
    title: conclusion.title,
    chosen,
    because,
    counter: strongestAgainst(advice),
    wouldChange: advice.flips.filter((flip) => flip.changes.includes("conclusion")),
    sources: sourcesOf(
      because.flatMap((reason) => reason.facts),
      library,
    ),
  };
}

const reasonOf = ({ from, rule, weight, text, facts }: CasePoint): Reason => ({
  answer: from,
  rule,
  weight,
  claim: text,
  facts,
});

function explainPoint(point: CasePoint, { advice, library }: Explainable): Explanation {
  const counter = advice.case.against.find((other) => other.rule === `${point.rule}-but`);
  return {
    id: point.rule,
    kind: "point",
    title: point.text,
    chosen: `It counts ${point.weight > 0 ? `${point.weight} for` : point.weight < 0 ? `${-point.weight} against` : "for nothing; it is the other side of a point"}.`,
    because: [reasonOf(point)],
    counter: counter ? counterOf(counter) : point.do ? { text: point.do, facts: [] } : null,
    wouldChange: [],
    sources: sourcesOf([...point.facts, ...(counter?.facts ?? [])], library),
  };
}

const counterOf = (point: CasePoint): Explanation["counter"] => ({
  text: point.text,
  facts: point.facts,
  ...(point.do ? { do: point.do } : {}),
});

const strongestAgainst = (advice: Advice): Explanation["counter"] => {
  const [first] = advice.case.against;
  return first ? counterOf(first) : null;
};

function explainBenefit(benefit: Advice["benefits"][number], { advice, library }: Explainable): Explanation {
  const place = advice.benefits.indexOf(benefit) + 1;
  const because = benefit.parts.map(({ from, weight, because: claim }) => ({
    answer: from,
    rule: "favors",
    weight,
    claim,
    facts: [],
  }));
  const facts = benefit.facts.flatMap((id) => library.find("fact", id) ?? []);
  const doubt = facts.find((fact) => fact.benefits.includes("caution"));
  return {
    id: benefit.id,
    kind: "benefit",
    title: benefit.title,
    chosen:
      benefit.score > 0
        ? `It stands in place ${place} of 7, with ${benefit.score} points from your answers; it is ${benefit.proof} tested.`
        : `None of your answers points here; it stands in place ${place} of 7. It is ${benefit.proof} tested.`,
    because,
    counter: doubt
      ? { text: doubt.summary, facts: [doubt.id] }
      : facts[0]
        ? { text: facts[0].caveat, facts: [facts[0].id] }
        : null,
    wouldChange: advice.flips.filter(
      (flip) =>
        flip.changes.includes("top-three") &&
        flip.topThree.includes(benefit.id) !== advice.benefits.slice(0, 3).includes(benefit),
    ),
    sources: facts.map(sourceOf),
  };
}

function explainAction(action: Topic<"action">, { plan, library }: Explainable): Explanation {
  const step = plan.steps.find((each) => each.id === action.id);
  const out = plan.leftOut.find((each) => each.id === action.id);
  const because = (step?.because ?? []).map((reason) => ({
    answer: reason,
    rule: reason === "essential" ? "priority" : reason.startsWith("before/") ? "prerequisite" : "steps",
    weight: null,
    claim: claimOf(reason, library),
    facts: action.facts,
  }));
  return {
    id: action.id,
    kind: "action",
    title: step?.title ?? action.title,
    chosen: step
      ? `It is in your checklist${step.due ? `, by ${step.due}` : ""}.`
      : `It is not in your checklist: ${out?.reason ?? "it was not selected"}.`,
    because,
    counter: null,
    wouldChange: [],
    sources: sourcesOf([...action.facts, ...footnotesOf(action.markdown)], library),
  };
}

function claimOf(reason: string, library: Library): string {
  const [kind = "", id = ""] = reason.split("/");
  if (reason === "essential") return "It belongs to every checklist.";
  if (kind === "before") return `It comes before: ${library.find("action", id)?.title ?? id}.`;
  const [head] = lookUp(library, reason);
  return `Your answer adds it: ${head?.title ?? reason}.`;
}

/** A topic that speaks in the advice: what it favors, which points it makes. */
function explainTopic(topic: Topic, { advice, library }: Explainable): Explanation {
  const ref = refOf(topic);
  const favored = advice.benefits.flatMap((benefit) =>
    benefit.parts
      .filter((part) => part.from === ref)
      .map((part) => ({
        answer: ref,
        rule: `favors ${benefit.id}`,
        weight: part.weight,
        claim: part.because,
        facts: [] as string[],
      })),
  );
  const points = [...advice.case.for, ...advice.case.against].filter((point) => point.from === ref).map(reasonOf);
  const named = advice.instead.filter((item) => `alternative/${item.id}` === ref);
  const offered = named.map((item) => ({
    answer: item.from,
    rule: "instead",
    weight: null,
    claim: item.summary,
    facts: [] as string[],
  }));
  const isAnswer = (ANSWER_KINDS as readonly string[]).includes(topic.kind);
  const speaks = advice.benefits.some((benefit) => benefit.passages.some((passage) => passage.topic === ref));
  const facts =
    topic.kind === "fact" ? [topic.id] : [...footnotesOf(topic.markdown), ...points.flatMap((point) => point.facts)];
  return {
    id: ref,
    kind: topic.kind === "fact" ? "fact" : "topic",
    title: topic.title,
    chosen: isAnswer && speaks ? "It is one of your answers, and speaks in your advice." : topic.summary,
    because: [...favored, ...points, ...offered],
    counter: topic.kind === "fact" ? { text: topic.caveat, facts: [topic.id] } : null,
    wouldChange: [],
    sources: sourcesOf(facts, library),
  };
}

const sourcesOf = (ids: string[], library: Library): Source[] =>
  strongestFirst(ids, undefined, library)
    .flatMap((id) => library.find("fact", id) ?? [])
    .map(sourceOf);
