import { footnotesOf } from "../../library/passages.ts";
import { ANSWER_KINDS, refOf, type Topic } from "../../library/topic.ts";
import type { Advice } from "../advice.ts";
import {
  caveatOf,
  counterOfPoint,
  type Draft,
  type Explainable,
  type Reason,
  reasonOfPoint,
  saidOf,
  sourcesOf,
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
      .slice(0, MOST_CHANGES)
      .map(({ flag, label, changes }) => ({
        flag,
        label,
        effect: changes.includes("conclusion") ? "another conclusion" : "another order of the benefits",
      })),
    facts,
  };
}

const MOST_CHANGES = 3;

function chosenOf(topic: Topic, reasons: readonly Reason[], isAnswer: boolean): string {
  if (reasons.length > 0)
    return isAnswer ? "It is one of your answers, and speaks in your advice." : "It is named in your advice.";
  return isAnswer ? `It is not one of your answers. ${topic.summary}` : topic.summary;
}

const general = (topic: Topic, facts: readonly string[]): Reason => ({
  answer: "general",
  said: "No answer of yours led here",
  rule: topic.kind,
  weight: null,
  claim: topic.summary,
  facts: [...new Set(facts)],
});

function reasonsOf(ref: string, { advice, library }: Explainable): Reason[] {
  const said = saidOf(ref, library);
  const reason = (rule: string, claim: string, facts: string[] = [], weight: number | null = null): Reason => ({
    answer: ref,
    said,
    rule,
    weight,
    claim,
    facts,
  });
  const { conclusion } = advice;
  const favored = advice.benefits.flatMap(({ id, parts }) =>
    parts.filter(({ from }) => from === ref).map(({ weight, because }) => reason(`favors ${id}`, because, [], weight)),
  );
  const points = [...advice.case.for, ...advice.case.against].filter(({ from }) => from === ref);
  const conditions = conclusion.conditions.filter(({ from }) => from === ref);
  const cautions = advice.cautions.filter(({ from }) => from === ref);
  const stops = conclusion.decidedBy.rule === "stop" && conclusion.decidedBy.from.includes(ref);
  return [
    ...(stops ? [reason("stop", conclusion.text, conclusion.facts)] : []),
    ...favored,
    ...points.map((point) => reasonOfPoint(point, library)),
    ...conditions.map(({ rule, text }) => reason(rule, text)),
    ...cautions.map(({ rule, text, facts }) => reason(rule, text, facts)),
    ...spoken(ref, advice).map(([title, facts]) => reason("passage", `It speaks about ${title}.`, facts)),
    ...offered(ref, advice).map(({ from, summary }) => ({
      ...reason("instead", summary),
      answer: from,
      said: saidOf(from, library),
    })),
    ...cited(ref, advice).map((claim) => ({ ...reason("cited", claim), answer: "general", said: "Cited as a source" })),
  ];
}

const spoken = (ref: string, { benefits }: Advice): [title: string, facts: string[]][] =>
  benefits.flatMap(({ title, passages }) =>
    passages.filter(({ topic }) => topic === ref).map(({ facts }): [string, string[]] => [title, facts]),
  );

const offered = (ref: string, { instead }: Advice) => instead.filter(({ id }) => `alternative/${id}` === ref);

/** Where a fact is cited: the points that rest on it, and the benefits it tells of. */
function cited(ref: string, { case: { for: pros, against }, benefits }: Advice): string[] {
  const holds = ({ facts }: { facts: readonly string[] }): boolean => facts.some((id) => `fact/${id}` === ref);
  return [
    ...[...pros, ...against].filter(holds).map(({ text }) => text),
    ...benefits.filter(holds).map(({ title }) => `It tells of ${title}.`),
  ];
}
