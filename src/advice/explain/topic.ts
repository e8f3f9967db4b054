import { footnotesOf } from "../../library/passages.ts";
import { ANSWER_KINDS, refOf, type Topic } from "../../library/topic.ts";
import type { Advice, Founded } from "../advice.ts";
import { flipEffects } from "../flip-words.ts";
import {
  caveatOf,
  counterOfPoint,
  type Draft,
  type Explainable,
  type Reason,
  reasonOf,
  reasonOfEverybody,
  sourcesOf,
  titleOf,
} from "./explanation.ts";

/** A topic that speaks in the advice: what it favors, which points and conditions it makes, where it is named. */
export function explainTopic(topic: Topic, from: Explainable): Draft {
  const { advice, library } = from;
  const ref = refOf(topic);
  const reasons = reasonsOf(ref, from);
  const cited = [...footnotesOf(topic.markdown), ...reasons.flatMap(({ facts }) => facts)];
  const facts = topic.kind === "fact" ? [topic.id] : cited;
  const against = advice.case.against.find((point) => point.from === ref);
  const isAnswer = (ANSWER_KINDS as readonly string[]).includes(topic.kind);
  return {
    id: ref,
    kind: topic.kind === "fact" ? "fact" : "topic",
    title: topic.title,
    chosen: chosenOf(topic, reasons, isAnswer),
    because: reasons.length > 0 ? reasons : [general(topic, cited)],
    counter: against ? counterOfPoint(against) : caveatOf(sourcesOf(facts, library)),
    wouldChange: advice.flips
      .filter(({ answer, value }) => answer === topic.kind && (reasons.length > 0 || value === topic.id))
      .map((flip) => ({
        flag: flip.flag,
        label: flip.label,
        effect: flipEffects(flip, (benefit) => titleOf(benefit, library)).join("; "),
      })),
    facts,
  };
}

function chosenOf(topic: Topic, reasons: readonly Reason[], isAnswer: boolean): string {
  if (reasons.length > 0)
    return isAnswer ? "It is one of your answers, and speaks in your advice." : "It is named in your advice.";
  return isAnswer ? `It is not one of your answers. ${topic.summary}` : topic.summary;
}

const general = (topic: Topic, facts: readonly string[]): Reason =>
  reasonOfEverybody({
    from: refOf(topic),
    rule: topic.kind,
    weight: null,
    claim: topic.summary,
    facts: [...new Set(facts)],
  });

function reasonsOf(ref: string, { advice, library }: Explainable): Reason[] {
  const { conclusion, benefits } = advice;
  const isFrom = (item: { from: string }): boolean => item.from === ref;
  const items: (Omit<Founded, "text"> & { rule: string; claim: string; weight?: number })[] = [
    ...(conclusion.decidedBy.rule === "stop" && conclusion.decidedBy.from.includes(ref)
      ? [{ ...conclusion, from: ref, answers: [ref], rule: "stop", claim: conclusion.text }]
      : []),
    ...benefits.flatMap(({ title, parts }) =>
      parts.filter(isFrom).map((part) => ({ ...part, claim: `${title}: ${part.because}` })),
    ),
    ...[...advice.case.for, ...advice.case.against].filter(isFrom).map((point) => ({ ...point, claim: point.text })),
    ...[...conclusion.conditions, ...advice.cautions].filter(isFrom).map((item) => ({ ...item, claim: item.text })),
    ...benefits.flatMap(({ title, passages }) =>
      passages
        .filter(({ topic }) => topic === ref)
        .map((passage) => ({ ...passage, from: ref, claim: `It speaks about ${title}.` })),
    ),
    ...advice.instead.filter(({ id }) => `alternative/${id}` === ref).map((item) => ({ ...item, claim: item.summary })),
    ...cited(ref, advice).map((item) => ({ ...item, rule: "cited", facts: [ref.replace("fact/", "")] })),
  ];
  return items.map((item) => reasonOf(item, library));
}

/** Where a fact is cited: the points that rest on it, and the benefits it tells of. */
function cited(ref: string, { case: { for: pros, against }, benefits }: Advice) {
  const holds = ({ facts }: { facts: readonly string[] }): boolean => facts.some((id) => `fact/${id}` === ref);
  return [
    ...[...pros, ...against].filter(holds).map(({ text, from, answers }) => ({ claim: text, from, answers })),
    ...benefits
      .filter(holds)
      .map(({ id, title }) => ({ claim: `It tells of ${title}.`, from: `section/${id}`, answers: [] })),
  ];
}
