import { openSync, readFileSync, readSync } from "node:fs";
import type { Kind } from "../library/kinds.ts";
import type { Block } from "../library/lex.ts";
import { createLibrary, type Library } from "../library/library.ts";
import type { Terms, TermsKind, Topic, TopicHead } from "../library/topic.ts";

/** Offset and length, in bytes, of a line in a data file. */
export type Place = readonly [offset: number, length: number];

/** Where the lines of a kind's topics begin in a data file, which holds them in their order, and where the last one ends. */
export type Begins = readonly number[];

/**
 * The index: for each kind the ids and orders of its topics, the places of their lines, and those of the lines with the
 * words of all its heads; and the places of all terms: those of facts are in a file of their own, and of the others
 * those of actions are the last. Flat, because every run parses it.
 */
export type Index = Record<
  Kind,
  { ids: string[]; orders: number[]; topics: Begins; blocks: Begins; texts: Place; names: Place; table: Place }
> & { terms: Record<TermsKind, Begins>; essentials: string[] };

/** What the index leaves out of each head, an array a kind in the same order: what a list shows, and what only free text needs. */
export type HeadText = Pick<TopicHead, "title" | "summary">;
export type HeadNames = Pick<TopicHead, "aliases" | "codes">;

export const INDEX_FILE = "content.index.json";
export const HEADS_FILE = "content.heads.jsonl";
export const NAMES_FILE = "content.names.jsonl";
export const TERMS_FILE = "content.terms.jsonl";
export const SOURCES_FILE = "content.sources.jsonl";
export const TABLES_FILE = "content.name-tables.jsonl";
export const TOPICS_FILE = "content.topics.jsonl";
export const BLOCKS_FILE = "content.blocks.jsonl";

/** The library the build made: a run reads the index, and of the rest only what it needs. */
export function openCompiledLibrary(folder: string): Library {
  const index = JSON.parse(readFileSync(`${folder}/${INDEX_FILE}`, "utf8")) as Index;
  const texts = openLines(`${folder}/${HEADS_FILE}`);
  const names = openLines(`${folder}/${NAMES_FILE}`);
  const words = new Map<Kind, Words>();
  const wordsOf = (kind: Kind): Words => {
    const known = words.get(kind) ?? new Words(texts, names, index[kind]);
    words.set(kind, known);
    return known;
  };
  const headAt = (kind: Kind, at: number): IndexedHead | undefined => {
    const { ids, orders } = index[kind];
    const id = ids[at];
    return id === undefined ? undefined : new IndexedHead(kind, id, orders[at] ?? 0, at, wordsOf(kind));
  };
  const tables = openLines(`${folder}/${TABLES_FILE}`);
  const topics = openLines(`${folder}/${TOPICS_FILE}`);
  const blocks = openLines(`${folder}/${BLOCKS_FILE}`);
  const terms = openLines(`${folder}/${TERMS_FILE}`, index.terms.action.at(-1));
  const sources = openLines(`${folder}/${SOURCES_FILE}`, index.terms.fact.at(-1));
  return createLibrary({
    headsOf: (kind) => index[kind].ids.map((_, at) => headAt(kind, at) as IndexedHead),
    head: (kind, id) => headAt(kind, index[kind].ids.indexOf(id)),
    read: (head) => {
      const { kind, at } = head as IndexedHead;
      return topics(placeIn(index[kind].topics, at)) as Topic;
    },
    blocks: (_, head) => {
      const { kind, at } = head as IndexedHead;
      return blocks(placeIn(index[kind].blocks, at)) as Block[];
    },
    terms: (kind, id) => {
      const at = index[kind].ids.indexOf(id);
      if (at < 0) return undefined;
      return (kind === "fact" ? sources : terms)(placeIn(index.terms[kind], at)) as Terms;
    },
    nameTable: (kind) => tables(index[kind].table) as string,
    ids: (kind) => index[kind].ids,
    essentials: index.essentials,
  });
}

/** The place of a line, less the end of it. */
function placeIn(begins: Begins, at: number): Place {
  const begin = begins[at] as number;
  return [begin, (begins[at + 1] as number) - begin - 1];
}

/** The words of the heads of a kind, each sort of them read when it is asked for. */
class Words {
  /** As long as it was not read it is missing: a list asks for every item, and to ask a function for each takes longer. */
  texts: HeadText[] | undefined;
  names: HeadNames[] | undefined;

  constructor(
    private readonly textLines: ReadLine,
    private readonly nameLines: ReadLine,
    private readonly places: Pick<Index[Kind], "texts" | "names">,
  ) {}

  readTexts(): HeadText[] {
    this.texts = this.textLines(this.places.texts) as HeadText[];
    return this.texts;
  }

  readNames(): HeadNames[] {
    this.names = this.nameLines(this.places.names) as HeadNames[];
    return this.names;
  }
}

/** A head whose words are read only when somebody asks for them. */
class IndexedHead implements TopicHead {
  readonly #at: number;
  readonly #words: Words;

  constructor(
    readonly kind: Kind,
    readonly id: string,
    readonly order: number,
    at: number,
    words: Words,
  ) {
    this.#at = at;
    this.#words = words;
  }

  /** Its place among the topics of its kind. */
  get at(): number {
    return this.#at;
  }

  get title(): string {
    return ((this.#words.texts ?? this.#words.readTexts())[this.#at] as HeadText).title;
  }

  get summary(): string {
    return ((this.#words.texts ?? this.#words.readTexts())[this.#at] as HeadText).summary;
  }

  get aliases(): string[] {
    return ((this.#words.names ?? this.#words.readNames())[this.#at] as HeadNames).aliases;
  }

  get codes(): string[] {
    return ((this.#words.names ?? this.#words.readNames())[this.#at] as HeadNames).codes ?? [];
  }

  toJSON(): TopicHead {
    const { kind, id, title, summary, aliases, order, codes } = this;
    return { kind, id, title, summary, aliases, order, codes };
  }
}

type ReadLine = (place: Place) => unknown;

/**
 * Lines of a file, as JSON. The file stays open until the process ends.
 * @param size the bytes of all of it, to read it at once where many of its lines are asked for
 */
function openLines(file: string, size?: number): ReadLine {
  let fd: number | undefined;
  let whole: Buffer | undefined;
  const read = (offset: number, length: number): Buffer => {
    fd ??= openSync(file, "r");
    const bytes = Buffer.allocUnsafe(length);
    readSync(fd, bytes, 0, length, offset);
    return bytes;
  };
  return ([offset, length]) => {
    if (size !== undefined) whole ??= read(0, size);
    // The build writes ASCII, whatever letters it stands for.
    return JSON.parse(
      whole ? whole.toString("latin1", offset, offset + length) : read(offset, length).toString("latin1"),
    );
  };
}
