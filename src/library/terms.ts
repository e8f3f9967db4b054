import { firstAuthor } from "./authors.ts";
import {
  type ActionTerms,
  ANSWER_KINDS,
  type AnswerTerms,
  type AnswerTopic,
  type FactTerms,
  type Source,
  type Terms,
  type Topic,
} from "./topic.ts";

/** The terms of a topic; none of a kind that has none. @param factOf finds the facts that points rest on */
export function termsOf(topic: Topic, factOf: (id: string) => Topic<"fact"> | undefined): Terms | undefined {
  if (topic.kind === "action") return actionTermsOf(topic);
  if (topic.kind === "fact") return { label: labelOf(topic), source: sourceOf(topic) };
  return isAnswer(topic) ? answerTermsOf(topic, factOf) : undefined;
}

const isAnswer = (topic: Topic): topic is AnswerTopic => (ANSWER_KINDS as readonly string[]).includes(topic.kind);

/** The first author and the year of publication. */
const labelOf = ({ source: { authors, year } }: Topic<"fact">): FactTerms["label"] =>
  `${firstAuthor(authors)} ${/\b\d{4}\b/.exec(`${year}`)?.[0] ?? "undated"}`;

function actionTermsOf(action: Topic<"action">): ActionTerms {
  const { id, title, phase, priority, when, unless, after, gates, effort, due, latest, wait, facts } = action;
  const optional = { ...(when ? { when } : {}), ...(unless ? { unless } : {}), ...(latest ? { latest } : {}) };
  return { id, title, phase, priority, after, gates, effort, due, wait, facts, ...optional };
}

function answerTermsOf(topic: AnswerTopic, factOf: (id: string) => Topic<"fact"> | undefined): AnswerTerms {
  const { kind, id, title, favors, stop, conditions } = topic;
  const isProven = (facts: readonly string[]): boolean =>
    facts.some((fact) => "AB".includes(factOf(fact)?.grade ?? "-"));
  const points = topic.case.map((point) => ({ ...termsIn(point), proven: isProven(point.facts) }));
  return {
    kind,
    id,
    title,
    ...(topic.kind === "goal" ? { you: topic.you } : {}),
    favors,
    case: points,
    conditions,
    ...(stop ? { stop: conditionsIn(stop) } : {}),
    ...(topic.kind === "field" ? { tracks: topic.tracks } : {}),
  };
}

type Conditional = Pick<Topic<"alternative">, "when" | "unless">;

const conditionsIn = ({ when, unless }: Conditional): Conditional => ({
  ...(when ? { when } : {}),
  ...(unless ? { unless } : {}),
});
const termsIn = ({ rule, weight, ...point }: AnswerTopic["case"][number]) => ({ rule, weight, ...conditionsIn(point) });

/** A fact as a reader needs it: the finding, how sure it is, and where it stands. */
export function sourceOf(fact: Topic<"fact">): Source {
  const { id, title, summary, caveat, study, strength, grade, country, countries, year, source } = fact;
  const { authors, url } = source;
  const published = `${source.title}. ${source.publisher}, ${source.year}`;
  const reviewBy = fact["review-by"];
  return {
    id,
    title,
    summary,
    caveat,
    study,
    strength,
    grade,
    country,
    countries,
    year,
    authors,
    published,
    url,
    ...(reviewBy === undefined ? {} : { reviewBy }),
  };
}
