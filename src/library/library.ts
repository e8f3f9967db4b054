import { KINDS, type Kind } from "./kinds.ts";
import type { Block } from "./lex.ts";
import type { ActionTerms, AnswerKind, AnswerTerms, AnswerTopic, Topic, TopicHead } from "./topic.ts";

/** All topics of a language. Reads a topic when it is asked for, and once. */
export interface Library {
  /** Every topic's head, by kind, then order, then id. */
  heads: readonly TopicHead[];
  find<K extends Kind>(kind: K, id: string): Topic<K> | undefined;
  /** A topic's head, without reading the topic. */
  head(kind: Kind, id: string): TopicHead | undefined;
  /** All topics of a kind, in their order. */
  all<K extends Kind>(kind: K): Topic<K>[];
  /** The terms of every action, in order. */
  actionTerms(): readonly ActionTerms[];
  /** The terms of an answer, by `kind/id`. */
  answerTerms(ref: string): AnswerTerms | undefined;
  /** The ids of a kind, in order, without reading a topic. */
  ids(kind: Kind): readonly string[];
  /** The names of a kind's topics, normalized when the content was compiled; undefined for content that was not. */
  nameTable(kind: AnswerKind): string | undefined;
  /** A topic's body as parsed Markdown, for drawing on a terminal. */
  blocks(topic: Topic): Block[];
}

/** Where a library's topics come from. */
export interface TopicSource {
  /** The heads of a kind, in their order. */
  headsOf(kind: Kind): readonly TopicHead[];
  head(kind: Kind, id: string): TopicHead | undefined;
  read(head: TopicHead): Topic;
  blocks(topic: Topic, head: TopicHead): Block[];
  nameTable?(kind: AnswerKind): string;
  actionTerms(): readonly ActionTerms[];
  answerTerms(ref: string): AnswerTerms | undefined;
  ids(kind: Kind): readonly string[];
}

/** A library that reads what it is asked for from a source, each topic once. */
export function createLibrary(source: TopicSource): Library {
  const topics = new Map<string, Topic>();
  const get = (head: TopicHead): Topic => {
    const ref = `${head.kind}/${head.id}`;
    const topic = topics.get(ref) ?? source.read(head);
    topics.set(ref, topic);
    return topic;
  };
  const answers = new Map<string, AnswerTerms>();
  let heads: readonly TopicHead[] | undefined;
  return {
    get heads() {
      heads ??= KINDS.flatMap((kind) => source.headsOf(kind));
      return heads;
    },
    find: <K extends Kind>(kind: K, id: string) => {
      const known = topics.get(`${kind}/${id}`);
      const head = known ? undefined : source.head(kind, id);
      return (known ?? (head && get(head))) as Topic<K> | undefined;
    },
    head: source.head,
    all: <K extends Kind>(kind: K) => source.headsOf(kind).map((head) => get(head) as unknown as Topic<K>),
    actionTerms: source.actionTerms,
    answerTerms: (ref) => {
      const known = answers.get(ref) ?? source.answerTerms(ref);
      if (known) answers.set(ref, known);
      return known;
    },
    ids: source.ids,
    nameTable: (kind) => source.nameTable?.(kind),
    blocks: (topic) => source.blocks(topic, source.head(topic.kind, topic.id) as TopicHead),
  };
}

/** The part of a source that finds heads, over heads in memory. */
export function headsInMemory(heads: readonly TopicHead[]): Pick<TopicSource, "headsOf" | "head" | "ids"> {
  const byRef = new Map(heads.map((head) => [`${head.kind}/${head.id}`, head]));
  return {
    headsOf: (kind) => heads.filter((head) => head.kind === kind),
    head: (kind, id) => byRef.get(`${kind}/${id}`),
    ids: (kind) => heads.flatMap((head) => (head.kind === kind ? head.id : [])),
  };
}

/** The topics that `text` names: exactly as `kind/id`, or by bare id in the order kinds are looked up. */
export function lookUp(library: Library, text: string): TopicHead[] {
  const isNamed = ({ kind, id }: TopicHead): boolean => (text.includes("/") ? `${kind}/${id}` === text : id === text);
  return KINDS.flatMap((kind) => library.heads.filter((head) => head.kind === kind && isNamed(head)));
}

export const termsOf = (action: Topic<"action">): ActionTerms => {
  const { id, title, phase, priority, when, unless, after, effort, due, latest, wait, facts } = action;
  const optional = { ...(when ? { when } : {}), ...(unless ? { unless } : {}), ...(latest ? { latest } : {}) };
  return { id, title, phase, priority, after, effort, due, wait, facts, ...optional };
};

/** The terms of an answer. @param factOf finds the facts its points rest on */
export function answerTermsOf(topic: AnswerTopic, factOf: (id: string) => Topic<"fact"> | undefined): AnswerTerms {
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

export function headOf(topic: Topic): TopicHead {
  const { kind, id, title, summary, aliases, order, origin } = topic;
  const codes = "codes" in topic ? { codes: Object.values(topic.codes).flat() } : {};
  return { kind, id, title, summary, aliases, order, ...codes, ...(origin === undefined ? {} : { origin }) };
}

/** Sorts heads or topics by kind, then order, then id. */
export const inOrder = <T extends Pick<TopicHead, "kind" | "order" | "id">>(items: T[]): T[] =>
  items.sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
