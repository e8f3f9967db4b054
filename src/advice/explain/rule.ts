import type { Advice, Founded } from "../advice.ts";
import { STRONG, WORTH_IT } from "../decide.ts";
import { type Draft, type Explainable, reasonOf, reasonOfEverybody } from "./explanation.ts";

/** What each rule does. A point's rule is named after the point, and explained as the point. */
const RULES: Record<string, string> = {
  favors: "An answer's topic gives a benefit points; their sum is the benefit's score, and the scores make the order.",
  passage: "A topic of yours speaks about a benefit in its own words.",
  watch: "A topic of yours names something to watch.",
  instead: "A topic of yours names what to do instead, or as well.",
  condition: "A topic of yours names a condition; it is said, and decides nothing.",
  cap: "A topic of yours names a condition that keeps the conclusion at: only on these conditions.",
  always: "It is said to everybody, whatever the conclusion.",
  stop: "A topic of yours decides by itself, before any points are counted.",
  sum: `The weights of the points for and against are added: ${STRONG} or more is a strong case where field, stage and goal are known and a point for it rests on a fact of grade A or B, otherwise worth it, as from ${WORTH_IT} on; less is worth it only on conditions, and below 0 means alternatives first.`,
  "nothing-known": "With no answer to go by, the advice is the general one.",
  priority: "An essential step stands in every checklist it fits.",
  steps: "A topic of yours adds the step, within the length of the checklist.",
  event: "An interview or an offer that you name brings the steps that belong to it.",
  gap: "Your resume lacks something that the step supplies.",
  prerequisite: "The step comes before another one in the checklist.",
  all: "The step applies, and every step that applies was asked for.",
  plan: "The step stands in the plan file.",
  own: "The owner of the plan file wrote the step.",
  when: "The step is for certain answers only.",
};

/** What a step's `because` says where it names no answer. */
const REASONS: Record<string, string> = { essential: "priority", interview: "event", offer: "event" };

/** A rule that an advice or a plan names: what it does, and what it did here. */
export function explainRule(name: string, { advice, plan, library }: Explainable): Draft | undefined {
  const id = REASONS[name] ?? name;
  const claim = Object.hasOwn(RULES, id) ? RULES[id] : undefined;
  if (claim === undefined) return undefined;
  const items = itemsOf(advice).filter((item) => item.rule === id);
  const steps = plan.steps
    .filter(({ rules }) => rules.includes(id))
    .map(({ id: step, title, answers, facts }) => ({ from: `action/${step}`, rule: id, claim: title, answers, facts }));
  const did = [...items, ...steps].map((item) => reasonOf(item, library));
  const itself = reasonOfEverybody({ from: null, rule: id, weight: null, claim, facts: [] });
  return {
    id,
    kind: "rule",
    title: `the rule ${id}`,
    chosen: claim,
    because: did.length > 0 ? did : [itself],
    counter: null,
    wouldChange: [],
    facts: [],
  };
}

type Item = Omit<Founded, "text"> & { rule: string; claim: string; weight?: number };

/** Everything in the advice that a general rule made. */
function itemsOf({ benefits, conclusion, cautions, instead }: Advice): Item[] {
  const { decidedBy } = conclusion;
  return [
    ...benefits.flatMap(({ title, parts, passages }) => [
      ...parts.map((part) => ({ ...part, claim: `${title}: ${part.because}` })),
      ...passages.map((passage) => ({ ...passage, from: passage.topic, claim: `It speaks about ${title}.` })),
    ]),
    ...conclusion.conditions.map((item) => ({ ...item, claim: `Only if ${item.text}` })),
    ...cautions.map((item) => ({ ...item, claim: item.text })),
    ...instead.map((item) => ({ ...item, claim: `${item.title}: ${item.summary}` })),
    ...conclusion.always.map((item) => ({ ...item, answers: [], claim: item.text })),
    ...decidedBy.from.map((from) => ({
      from,
      rule: decidedBy.rule === "cap" ? "" : decidedBy.rule,
      claim: conclusion.title,
      answers: [from],
      facts: conclusion.facts,
    })),
  ];
}
