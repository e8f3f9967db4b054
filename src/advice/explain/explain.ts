import { lookUp } from "../../library/library.ts";
import { refOf } from "../../library/topic.ts";
import { explainAction } from "./action.ts";
import { explainBenefit } from "./benefit.ts";
import { explainConclusion } from "./conclusion.ts";
import { type Draft, type Explainable, type Explanation, sourcesOf } from "./explanation.ts";
import { explainGap } from "./gap.ts";
import { explainPassage } from "./passage.ts";
import { explainPoint } from "./point.ts";
import { explainQuestion } from "./question.ts";
import { explainRule } from "./rule.ts";
import { explainTopic } from "./topic.ts";

/**
 * Explains one id that an advice or a plan prints: the conclusion, a case point's rule, a benefit, a passage, an action,
 * a question, a gap of a resume, any topic, a general rule. A bare id of several topics is the first in the order of
 * kinds; `also` names the others.
 */
export function explain(id: string, from: Explainable): Explanation | undefined {
  const draft = draftOf(id, from);
  if (!draft) return undefined;
  const { facts, ...rest } = draft;
  const all = [...rest.because.flatMap((reason) => reason.facts), ...(rest.counter?.facts ?? []), ...facts];
  return { ...rest, sources: sourcesOf(all, from.library), also: othersNamed(id, draft, from) };
}

function draftOf(id: string, from: Explainable): Draft | undefined {
  const { advice, library } = from;
  if (id === "conclusion" || id === advice.conclusion.id) return explainConclusion(from);
  const point = [...advice.case.for, ...advice.case.against].find((each) => each.rule === id);
  if (point) return explainPoint(point, from);
  const passage = advice.benefits.flatMap(({ passages }) => passages).find((each) => each.id === id);
  if (passage) return explainPassage(passage, from);
  const gap = advice.fromResume?.gaps.find((each) => `resume/${each.id}` === id);
  if (gap) return explainGap(gap, from);
  const topic = topicNamed(id, from);
  if (!topic) return explainQuestion(id, from) ?? explainRule(id, from);
  const benefit = topic.kind === "section" && advice.benefits.find((each) => each.id === topic.id);
  if (benefit) return explainBenefit(benefit, from);
  return topic.kind === "action" ? explainAction(topic, from) : explainTopic(topic, from);

  /** An alternative that the advice prints by its bare id is meant before an answer of that name. */
  function topicNamed(text: string, { advice: { instead } }: Explainable) {
    const ref = text.replace(/^before\//, "action/");
    const heads = lookUp(library, ref);
    const isOffered = instead.some((each) => each.id === text);
    const printed = heads.find(({ kind }) => kind === "section" || kind === "action");
    const head = printed ?? (isOffered ? heads.find(({ kind }) => kind === "alternative") : undefined) ?? heads[0];
    return head && library.find(head.kind, head.id);
  }
}

/** What else a bare id could have meant. */
function othersNamed(id: string, draft: Draft, { library }: Explainable): string[] {
  const taken = { benefit: "section/", conclusion: "section/", action: "action/" }[draft.kind as "action"] ?? "";
  return lookUp(library, id)
    .map(refOf)
    .filter((ref) => ref !== taken + draft.id);
}

/** The ids that the advice and the plan print and `explain` therefore knows. */
export function explainableIds({ advice, plan }: Explainable): string[] {
  const { conclusion, benefits } = advice;
  const points = [...advice.case.for, ...advice.case.against];
  const cited = [...points, ...advice.cautions, ...conclusion.conditions, ...advice.instead];
  return [
    ...new Set([
      "conclusion",
      conclusion.id,
      ...benefits.map(({ id }) => id),
      ...points.map(({ rule }) => rule),
      ...plan.steps.map(({ id }) => id),
      ...benefits.flatMap(({ parts }) => parts.map(({ from }) => from)),
      ...[...cited.map(({ from }) => from), ...conclusion.decidedBy.from],
      ...benefits.flatMap(({ passages }) => passages.flatMap(({ id, topic }) => [id, topic])),
      ...advice.instead.map(({ id }) => `alternative/${id}`),
      ...advice.unknown.map(({ id }) => id),
      ...advice.flips.flatMap(({ answer, value }) => (value ? [`${answer}/${value}`] : [])),
      ...advice.sources.map(({ id }) => `fact/${id}`),
      ...plan.leftOut.map(({ id }) => id),
      ...(advice.fromResume?.gaps ?? []).map(({ id }) => `resume/${id}`),
    ]),
  ];
}
