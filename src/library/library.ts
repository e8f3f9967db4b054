import { KINDS, type Kind } from "./kinds.ts";
import type { Block } from "./lex.ts";
import type { AnswerKind, Terms, TermsKind, Topic, TopicHead } from "./topic.ts";

/** All topics of a language. Reads a topic when it is asked for, and once. */
export interface Library {
  /** Every topic's head, by kind, then order, then id. */
  heads: readonly TopicHead[];
  find<K extends Kind>(kind: K, id: string): Topic<K> | undefined;
  /** A topic's head, without reading the topic. */
  head(kind: Kind, id: string): TopicHead | undefined;
  /** All topics of a kind, in their order. */
  all<K extends Kind>(kind: K): Topic<K>[];
  /** What a topic comes down to, without reading its words. */
  terms<K extends TermsKind>(kind: K, id: string): Terms<K> | undefined;
  /** The ids of a kind, in order, without reading a topic. */
  ids(kind: Kind): readonly string[];
  /** The ids of the essential actions, in order. */
  essentials: readonly string[];
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
  terms(kind: TermsKind, id: string): Terms | undefined;
  ids(kind: Kind): readonly string[];
  essentials: readonly string[];
}

/** A library that reads what it is asked for from a source, each topic and its terms once. */
export function createLibrary(source: TopicSource): Library {
  const topic = once((kind, id) => {
    const head = source.head(kind, id);
    return head && source.read(head);
  });
  let heads: readonly TopicHead[] | undefined;
  return {
    get heads() {
      heads ??= KINDS.flatMap((kind) => source.headsOf(kind));
      return heads;
    },
    find: topic as Library["find"],
    head: source.head,
    all: <K extends Kind>(kind: K) => source.ids(kind).map((id) => topic(kind, id) as unknown as Topic<K>),
    terms: once(source.terms) as Library["terms"],
    ids: source.ids,
    essentials: source.essentials,
    nameTable: (kind) => source.nameTable?.(kind),
    blocks: (topic) => source.blocks(topic, source.head(topic.kind, topic.id) as TopicHead),
  };
}

/** Reads what is asked for by kind and id, and remembers it. */
function once<K extends Kind, V>(read: (kind: K, id: string) => V | undefined): typeof read {
  const known = new Map<K, Map<string, V>>();
  return (kind, id) => {
    const ofKind = known.get(kind);
    const value = ofKind?.get(id) ?? read(kind, id);
    if (!ofKind) known.set(kind, new Map(value === undefined ? [] : [[id, value]]));
    else if (value !== undefined) ofKind.set(id, value);
    return value;
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
  const at = text.indexOf("/");
  const kinds = at < 0 ? KINDS : KINDS.filter((kind) => kind === text.slice(0, at));
  return kinds.flatMap((kind) => library.head(kind, text.slice(at + 1)) ?? []);
}

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
